# The energy is measured after the emphasis
#
# By then the low frequencies, where a voice has most of its power, are almost gone: the six samples
# get an energy near 1 instead of 1.609. The order is mean, energy, emphasis, window.
import numpy as np


def speech_frames(signal, rate, frame_ms=25, hop_ms=10, emphasis=0.97):
    n, hop = frame_ms * rate // 1000, hop_ms * rate // 1000
    count = max(0, (len(signal) - n) // hop + 1)
    frames = signal[hop * np.arange(count)[:, None] + np.arange(n)].astype(np.float64)
    frames = frames - frames.mean(axis=1, keepdims=True)
    frames = frames - emphasis * np.concatenate([frames[:, :1], frames[:, :-1]], axis=1)
    energies = np.log(np.maximum((frames**2).sum(axis=1), 1e-10))
    return frames * (0.54 - 0.46 * np.cos(2 * np.pi * np.arange(n) / (n - 1))), energies
