# The window divides by n instead of n − 1
#
# That is the periodic window: it would reach its low end one sample after the frame. Here the last
# sample is weighed as little as the first, 0.08, which needs `n - 1`. Of the four numbers by hand the
# last comes out as 0.81 instead of 0.12.
import numpy as np


def speech_frames(signal, rate, frame_ms=25, hop_ms=10, emphasis=0.97):
    n, hop = frame_ms * rate // 1000, hop_ms * rate // 1000
    count = max(0, (len(signal) - n) // hop + 1)
    frames = signal[hop * np.arange(count)[:, None] + np.arange(n)].astype(np.float64)
    frames = frames - frames.mean(axis=1, keepdims=True)
    energies = np.log(np.maximum((frames**2).sum(axis=1), 1e-10))
    frames = frames - emphasis * np.concatenate([frames[:, :1], frames[:, :-1]], axis=1)
    return frames * (0.54 - 0.46 * np.cos(2 * np.pi * np.arange(n) / n)), energies
