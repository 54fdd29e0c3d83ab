# The labels belong to the centres before the last move
#
# When the rounds run out, the centres have moved once more after the points were assigned. Stopped
# after one round, the point at 1 is nearer to 0 than to 7.333, but still carries the label of the
# centre that has left. Assign once more at the end.
import numpy as np


def k_means(points, centres, max_rounds=100):
    centres = centres.astype(np.float64)
    labels = np.zeros(len(points), dtype=np.int64)
    for turn in range(max_rounds):
        nearest = ((points[:, None, :] - centres) ** 2).sum(axis=-1).argmin(axis=1)
        if turn and (nearest == labels).all():
            break
        labels = nearest
        for cluster in range(len(centres)):
            if (labels == cluster).any():
                centres[cluster] = points[labels == cluster].mean(axis=0)
    inertia = ((points - centres[labels]) ** 2).sum()
    return centres, labels, float(inertia)
