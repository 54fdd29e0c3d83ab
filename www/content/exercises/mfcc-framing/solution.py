import numpy as np

SILENCE = 1e-10  # the least energy that has a logarithm


def speech_frames(signal, rate, frame_ms=25, hop_ms=10, emphasis=0.97):
    """Returns (frames, energies) of shapes (count, n) and (count,)."""
    n, hop = frame_ms * rate // 1000, hop_ms * rate // 1000
    count = max(0, (len(signal) - n) // hop + 1)
    starts = hop * np.arange(count)
    frames = signal[starts[:, None] + np.arange(n)].astype(np.float64)

    frames = frames - frames.mean(axis=1, keepdims=True)
    energies = np.log(np.maximum((frames**2).sum(axis=1), SILENCE))
    before = np.concatenate([frames[:, :1], frames[:, :-1]], axis=1)
    window = 0.54 - 0.46 * np.cos(2 * np.pi * np.arange(n) / (n - 1))
    return (frames - emphasis * before) * window, energies
