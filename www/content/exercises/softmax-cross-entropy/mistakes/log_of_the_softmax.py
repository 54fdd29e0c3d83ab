# The logarithm of a softmax that rounded to zero
#
# Taking the largest score away keeps the softmax finite, but a probability below 5e-324 is stored
# as 0, and its logarithm is minus infinity. The label that is 2,000 behind costs 2,000, not
# infinity. Take the logarithm before the exponential: `shifted -
# np.log(np.exp(shifted).sum(...))`.
import numpy as np


def softmax_cross_entropy(logits, labels):
    gradient = np.zeros(logits.shape)
    rows = np.flatnonzero(labels != -1)
    if len(rows) == 0:
        return 0.0, gradient
    p = np.exp(logits[rows] - logits[rows].max(axis=1, keepdims=True))
    p = p / p.sum(axis=1, keepdims=True)
    picked = (np.arange(len(rows)), labels[rows])
    loss = -np.log(p[picked]).mean()
    p[picked] -= 1
    gradient[rows] = p / len(rows)
    return loss, gradient
