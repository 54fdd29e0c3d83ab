# The mean of the whole signal is taken away
#
# A microphone's offset drifts, and a live signal has no whole. Each frame loses its own mean: the two
# frames of 1 … 6 then look alike, and with the signal's mean they do not.
import numpy as np


def speech_frames(signal, rate, frame_ms=25, hop_ms=10, emphasis=0.97):
    n, hop = frame_ms * rate // 1000, hop_ms * rate // 1000
    count = max(0, (len(signal) - n) // hop + 1)
    signal = signal - (signal.mean() if len(signal) else 0.0)
    frames = signal[hop * np.arange(count)[:, None] + np.arange(n)]
    energies = np.log(np.maximum((frames**2).sum(axis=1), 1e-10))
    frames = frames - emphasis * np.concatenate([frames[:, :1], frames[:, :-1]], axis=1)
    return frames * (0.54 - 0.46 * np.cos(2 * np.pi * np.arange(n) / (n - 1))), energies
