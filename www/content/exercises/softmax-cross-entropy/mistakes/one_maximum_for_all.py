# One maximum for the whole batch
#
# `logits.max()` is the largest score of any frame. A row that lies far below it underflows: all
# its exponentials are 0 and the log of their sum is minus infinity. That happens to `[0, 1, 2]`
# beside scores of a million. Every row has its own softmax and its own maximum: `axis=1,
# keepdims=True`.
import numpy as np


def softmax_cross_entropy(logits, labels):
    gradient = np.zeros(logits.shape)
    rows = np.flatnonzero(labels != -1)
    if len(rows) == 0:
        return 0.0, gradient
    shifted = logits[rows] - logits[rows].max()
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    picked = (np.arange(len(rows)), labels[rows])
    share = np.exp(log_p)
    share[picked] -= 1
    gradient[rows] = share / len(rows)
    return -log_p[picked].mean(), gradient
