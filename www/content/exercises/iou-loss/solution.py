import numpy as np


def giou_loss(predicted, target):
    """Returns (losses, mean) for pairs of boxes."""
    low_p, high_p = corners(predicted)
    low_t, high_t = corners(target)

    overlap = area(np.maximum(low_p, low_t), np.minimum(high_p, high_t))
    union = area(low_p, high_p) + area(low_t, high_t) - overlap
    hull = area(np.minimum(low_p, low_t), np.maximum(high_p, high_t))

    losses = 1 - share(overlap, union) + share(hull - union, hull)
    return losses, float(losses.mean())


def corners(boxes):
    """Lower and upper corner of each box, in whichever order the corners are given."""
    return np.minimum(boxes[:, :2], boxes[:, 2:]), np.maximum(boxes[:, :2], boxes[:, 2:])


def area(low, high):
    """Clamped side by side: two negative sides must not make a positive area."""
    return np.maximum(high - low, 0).prod(axis=1)


def share(part, whole):
    return np.divide(part, whole, out=np.zeros(len(whole)), where=whole > 0)
