# Flat as soon as the boxes are apart
#
# 1 − IoU is 1 for boxes that touch, for boxes one step apart and for boxes at the other end of the
# picture, and its gradient is 0 for all of them. Add the part of the hull that neither box covers:
# (H − U) / H.
import numpy as np


def giou_loss(predicted, target):
    p, t = upright(predicted), upright(target)
    overlap = area(np.maximum(p[:, :2], t[:, :2]), np.minimum(p[:, 2:], t[:, 2:]))
    union = area(p[:, :2], p[:, 2:]) + area(t[:, :2], t[:, 2:]) - overlap
    losses = 1 - overlap / np.where(union > 0, union, 1)
    return losses, float(losses.mean())


def upright(boxes):
    low, high = np.minimum(boxes[:, :2], boxes[:, 2:]), np.maximum(boxes[:, :2], boxes[:, 2:])
    return np.concatenate([low, high], axis=1)


def area(low, high):
    return np.maximum(high - low, 0).prod(axis=1)
