import numpy as np


def rotate(x, places, base=10000.0):
    """Turns pairs (i, i + d/2) of the last axis by their token's place; shape as x.

    The form most model code has: x times a table of cosines, plus x turned by a right angle times a
    table of sines. Both tables depend on the places only and are shared by all layers.
    """
    d = x.shape[-1]
    angles = np.outer(places, base ** (-np.arange(0, d, 2) / d))
    angles = np.concatenate([angles, angles], axis=-1)
    quarter_turn = np.concatenate([-x[..., d // 2 :], x[..., : d // 2]], axis=-1)
    return x * np.cos(angles) + quarter_turn * np.sin(angles)
