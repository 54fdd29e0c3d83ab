import numpy as np


def pairwise_iou(a, b):
    """Shape (n, m): the overlap of every box of a with every box of b."""
    top_left = np.maximum(a[:, None, :2], b[None, :, :2])
    bottom_right = np.minimum(a[:, None, 2:], b[None, :, 2:])
    shared = np.maximum(bottom_right - top_left, 0).prod(axis=-1)
    together = areas(a)[:, None] + areas(b)[None, :] - shared
    return shared / np.where(together > 0, together, 1)


def areas(boxes):
    return (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
