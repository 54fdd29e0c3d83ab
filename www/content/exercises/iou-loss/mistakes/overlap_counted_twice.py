# The union counts the overlap twice
#
# Both areas contain it. For two equal boxes the sum is twice the area: an IoU of 0.5, and (H − U) /
# H becomes −1. The loss of a perfect box is then −0.5 instead of 0. Take the overlap away once.
import numpy as np


def giou_loss(predicted, target):
    p, t = upright(predicted), upright(target)
    overlap = area(np.maximum(p[:, :2], t[:, :2]), np.minimum(p[:, 2:], t[:, 2:]))
    union = area(p[:, :2], p[:, 2:]) + area(t[:, :2], t[:, 2:])
    hull = area(np.minimum(p[:, :2], t[:, :2]), np.maximum(p[:, 2:], t[:, 2:]))
    iou = overlap / np.where(union > 0, union, 1)
    losses = 1 - iou + np.where(hull > 0, hull - union, 0) / np.where(hull > 0, hull, 1)
    return losses, float(losses.mean())


def upright(boxes):
    low, high = np.minimum(boxes[:, :2], boxes[:, 2:]), np.maximum(boxes[:, :2], boxes[:, 2:])
    return np.concatenate([low, high], axis=1)


def area(low, high):
    return np.maximum(high - low, 0).prod(axis=1)
