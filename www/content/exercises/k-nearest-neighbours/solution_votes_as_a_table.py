import numpy as np


def classify(known, labels, queries, k):
    """Votes of all queries in one table, and only a partial sort.

    The index is added to the order as a second key: `partition` alone would take any of several
    points at the same distance.
    """
    squared = ((queries[:, None, :] - known) ** 2).sum(axis=2)
    limit = np.partition(squared, k - 1, axis=1)[:, k - 1 : k] if len(queries) else squared[:, :1]
    surely = squared < limit
    tied = squared == limit
    room = k - surely.sum(axis=1, keepdims=True)
    among = surely | (tied & (np.cumsum(tied, axis=1) <= room))
    member = labels[:, None] == np.arange(labels.max() + 1)
    return (among.astype(np.int64) @ member.astype(np.int64)).argmax(axis=1)
