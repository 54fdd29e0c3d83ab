import numpy as np


def pairwise_iou(a, b):
    """Widths, then heights: tables of n · m only, where the pairs of corners need four times that."""
    width = overlap(a[:, 0], a[:, 2], b[:, 0], b[:, 2])
    height = overlap(a[:, 1], a[:, 3], b[:, 1], b[:, 3])
    shared = width * height
    area_a = (a[:, 2] - a[:, 0]) * (a[:, 3] - a[:, 1])
    area_b = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
    together = np.add.outer(area_a, area_b) - shared
    return np.divide(shared, together, out=np.zeros(shared.shape), where=together > 0)


def overlap(start_a, end_a, start_b, end_b):
    """How far two sets of intervals overlap, every pair."""
    length = np.minimum.outer(end_a, end_b) - np.maximum.outer(start_a, start_b)
    return np.maximum(length, 0)
