# Rows and columns have changed places
#
# The table has a row for each box of `b`. With as many boxes on both sides only the numbers are wrong,
# and with a list against itself nothing shows. The first list gives the rows: `a[:, None]`, `b[None, :]`.
import numpy as np


def pairwise_iou(a, b):
    a, b = b, a
    sides = np.minimum(a[:, None, 2:], b[None, :, 2:]) - np.maximum(a[:, None, :2], b[None, :, :2])
    shared = np.maximum(sides, 0).prod(axis=-1)
    area_a = (a[:, 2] - a[:, 0]) * (a[:, 3] - a[:, 1])
    area_b = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
    together = area_a[:, None] + area_b[None, :] - shared
    return shared / np.where(together > 0, together, 1)
