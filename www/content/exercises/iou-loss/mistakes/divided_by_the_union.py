# The gap is divided by the union
#
# (H − U) / U grows without bound as the boxes part: for `(10, 2, 8, 0)` the loss is 2.5 instead of
# 1.6, and one stray box of the batch outweighs all others. Divide by the hull, then the term stays
# below 1.
import numpy as np


def giou_loss(predicted, target):
    p, t = upright(predicted), upright(target)
    overlap = area(np.maximum(p[:, :2], t[:, :2]), np.minimum(p[:, 2:], t[:, 2:]))
    union = area(p[:, :2], p[:, 2:]) + area(t[:, :2], t[:, 2:]) - overlap
    hull = area(np.minimum(p[:, :2], t[:, :2]), np.maximum(p[:, 2:], t[:, 2:]))
    safe = np.where(union > 0, union, 1)
    losses = 1 - overlap / safe + (hull - union) / safe
    return losses, float(losses.mean())


def upright(boxes):
    low, high = np.minimum(boxes[:, :2], boxes[:, 2:]), np.maximum(boxes[:, :2], boxes[:, 2:])
    return np.concatenate([low, high], axis=1)


def area(low, high):
    return np.maximum(high - low, 0).prod(axis=1)
