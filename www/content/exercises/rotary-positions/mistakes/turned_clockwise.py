# Turned clockwise
#
# The signs of the two sines are swapped: `[1, 0]` at place 1 goes to `[0.54, -0.84]`. Scores
# between queries and keys turned this way still depend on distance only, so nothing looks wrong
# until keys from another implementation are in the cache. The minus belongs to the first half:
# `left * cos - right * sin`.
import numpy as np


def rotate(x, places, base=10000.0):
    d = x.shape[-1]
    angles = places[:, None] * base ** (-np.arange(0, d, 2) / d)
    cos, sin = np.cos(angles), np.sin(angles)
    left, right = x[..., : d // 2], x[..., d // 2 :]
    return np.concatenate([left * cos + right * sin, right * cos - left * sin], axis=-1)
