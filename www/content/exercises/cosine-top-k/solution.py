import numpy as np


def top_k(query, songs, k):
    """Returns (indices, similarities) of the k most similar songs, best first."""
    similarity = cosines(query, songs)
    chosen = select(similarity, min(k, len(songs)))
    best_first = chosen[np.argsort(-similarity[chosen], kind="stable")]
    return best_first, similarity[best_first]


def cosines(query, songs):
    """Rounded to 9 decimals; 0 where one of the two vectors has no direction."""
    lengths = np.linalg.norm(songs, axis=1) * np.linalg.norm(query)
    dots = songs @ query
    return np.round(np.divide(dots, lengths, out=np.zeros(len(songs)), where=lengths > 0), 9)


def select(similarity, count):
    """Indices of the `count` largest, in ascending order; of equals the smaller index stays."""
    cut = -np.partition(-similarity, count - 1)[count - 1]
    above = np.flatnonzero(similarity > cut)
    level = np.flatnonzero(similarity == cut)
    return np.sort(np.concatenate([above, level[: count - len(above)]]))
