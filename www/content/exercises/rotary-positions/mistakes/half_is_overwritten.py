# The second line reads what the first one wrote
#
# The new second half needs the *old* first half, and that is gone by then: `[1, 0]` at place 1
# gives 0.54 · 0.84 = 0.45 in the second column where 0.84 is right, and lengths are no longer
# kept. Take both halves out of `x`, and write to another array.
import numpy as np


def rotate(x, places, base=10000.0):
    d = x.shape[-1]
    angles = places[:, None] * base ** (-np.arange(0, d, 2) / d)
    cos, sin = np.cos(angles), np.sin(angles)
    turned = x.copy()
    turned[..., : d // 2] = turned[..., : d // 2] * cos - turned[..., d // 2 :] * sin
    turned[..., d // 2 :] = turned[..., : d // 2] * sin + turned[..., d // 2 :] * cos
    return turned
