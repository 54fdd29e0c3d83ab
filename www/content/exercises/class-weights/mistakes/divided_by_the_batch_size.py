# The weighted sum is divided by the number of rows
#
# The weights average to 1 over the training set, not over a batch. A batch that happens to hold a
# fall then has a far larger loss, and a far longer step, than one without. In the example the sum
# is 5.40: halved it gives 2.70, and divided by the weights, 3.125, it gives 1.7269. Divide by
# `w.sum()`.
import numpy as np


def balanced_loss(training_labels, logits, labels):
    counts = np.bincount(training_labels, minlength=logits.shape[1])
    seen = counts > 0
    weights = np.zeros(logits.shape[1])
    weights[seen] = len(training_labels) / (seen.sum() * counts[seen])
    shifted = logits - logits.max(axis=1, keepdims=True)
    losses = np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(labels)), labels]
    return weights, (weights[labels] * losses).mean()
