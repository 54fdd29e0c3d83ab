# Neighbouring columns are paired
#
# This is the interleaved layout: `[1, 0, 0, 0]` at place 1 comes out as `[0.54, 0.84, 0, 0]`,
# where the half-split layout gives `[0.54, 0, 0.84, 0]`. As long as queries and keys agree the
# scores are fine; with weights that were trained the other way they are not. Pair column i with
# column i + d/2.
import numpy as np


def rotate(x, places, base=10000.0):
    d = x.shape[-1]
    angles = places[:, None] * base ** (-np.arange(0, d, 2) / d)
    cos, sin = np.cos(angles), np.sin(angles)
    turned = np.zeros(x.shape)
    turned[..., 0::2] = x[..., 0::2] * cos - x[..., 1::2] * sin
    turned[..., 1::2] = x[..., 0::2] * sin + x[..., 1::2] * cos
    return turned
