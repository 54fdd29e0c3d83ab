import numpy as np


def k_means(points, centres, max_rounds=100):
    """Returns (centres, labels, inertia) after Lloyd's algorithm has settled."""
    centres = centres.astype(np.float64)
    labels = None
    for _ in range(max_rounds):
        nearest = squared_distances(points, centres).argmin(axis=1)
        if labels is not None and (nearest == labels).all():
            break
        labels = nearest
        for cluster in range(len(centres)):
            members = points[labels == cluster]
            if len(members):
                centres[cluster] = members.mean(axis=0)
    distances = squared_distances(points, centres)
    return centres, distances.argmin(axis=1), float(distances.min(axis=1).sum())


def squared_distances(points, centres):
    """Shape (n, k): from each point to each centre."""
    offsets = points[:, None, :] - centres[None, :, :]
    return (offsets**2).sum(axis=-1)
