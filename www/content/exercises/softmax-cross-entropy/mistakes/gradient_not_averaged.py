# The loss is a mean, the gradient is not
#
# Each row of the gradient is right for that frame alone, but the loss is divided by the number of
# labelled frames, so its derivative must be too. As it stands a batch twice as large takes steps
# twice as long. Divide the gradient by the same count as the loss.
import numpy as np


def softmax_cross_entropy(logits, labels):
    gradient = np.zeros(logits.shape)
    rows = np.flatnonzero(labels != -1)
    if len(rows) == 0:
        return 0.0, gradient
    shifted = logits[rows] - logits[rows].max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    picked = (np.arange(len(rows)), labels[rows])
    share = np.exp(log_p)
    share[picked] -= 1
    gradient[rows] = share
    return -log_p[picked].mean(), gradient
