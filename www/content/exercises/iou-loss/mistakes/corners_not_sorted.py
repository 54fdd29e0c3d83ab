# Swapped corners give an empty box
#
# `(3, 3, 1, 1)` is the box from 1 to 3, given by its corners the other way round. Taken as it
# stands, its sides are −2, the overlap is clamped to nothing and the hull is cut short. Sort each
# axis first, with `np.minimum` and `np.maximum` of the two corners.
import numpy as np


def giou_loss(predicted, target):
    p, t = predicted, target
    overlap = area(np.maximum(p[:, :2], t[:, :2]), np.minimum(p[:, 2:], t[:, 2:]))
    union = area(p[:, :2], p[:, 2:]) + area(t[:, :2], t[:, 2:]) - overlap
    hull = area(np.minimum(p[:, :2], t[:, :2]), np.maximum(p[:, 2:], t[:, 2:]))
    iou = overlap / np.where(union > 0, union, 1)
    losses = 1 - iou + np.where(hull > 0, hull - union, 0) / np.where(hull > 0, hull, 1)
    return losses, float(losses.mean())


def area(low, high):
    return np.maximum(high - low, 0).prod(axis=1)
