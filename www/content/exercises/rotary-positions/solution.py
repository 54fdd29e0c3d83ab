import numpy as np


def rotate(x, places, base=10000.0):
    """Turns pairs (i, i + d/2) of the last axis by their token's place; shape as x."""
    d = x.shape[-1]
    frequencies = base ** (-np.arange(0, d, 2) / d)
    angles = places[:, None] * frequencies  # (n, d / 2), the same for every head
    cos, sin = np.cos(angles), np.sin(angles)

    left, right = x[..., : d // 2], x[..., d // 2 :]
    return np.concatenate([left * cos - right * sin, left * sin + right * cos], axis=-1)
