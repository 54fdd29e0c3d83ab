import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def speech_frames(signal, rate, frame_ms=25, hop_ms=10, emphasis=0.97):
    """Frames as a view: nothing is copied until the mean is taken away.

    At 16 kHz each sample lies in two or three frames, so copying first costs 2.5 times the signal.
    """
    n, hop = frame_ms * rate // 1000, hop_ms * rate // 1000
    if len(signal) < n:
        return np.zeros((0, n)), np.zeros(0)
    overlapping = sliding_window_view(signal, n)[::hop]
    frames = overlapping - overlapping.mean(axis=1)[:, None]
    energies = np.log(np.maximum(np.einsum("ij,ij->i", frames, frames), 1e-10))
    frames[:, 1:] = frames[:, 1:] - emphasis * frames[:, :-1]
    frames[:, 0] *= 1 - emphasis
    k = np.arange(n)
    return frames * (0.54 - 0.46 * np.cos(2 * np.pi * k / (n - 1))), energies
