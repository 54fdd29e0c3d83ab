# Row numbers are used instead of places
#
# The first row is always turned by 0, so a chunk that starts at place 4096 is treated as the
# beginning of the text, and its distances to the cached keys are wrong by 4096. Multiply the
# frequencies by `places`.
import numpy as np


def rotate(x, places, base=10000.0):
    d = x.shape[-1]
    angles = np.arange(x.shape[-2])[:, None] * base ** (-np.arange(0, d, 2) / d)
    cos, sin = np.cos(angles), np.sin(angles)
    left, right = x[..., : d // 2], x[..., d // 2 :]
    return np.concatenate([left * cos - right * sin, left * sin + right * cos], axis=-1)
