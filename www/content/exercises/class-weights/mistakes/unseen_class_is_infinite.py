# A class that training lacks gets an infinite weight
#
# N divided by a count of 0 is infinity, and one such row in the batch turns the loss into NaN.
# Even without one, the weights that are returned hold an infinity. A class without examples has
# nothing to be balanced: give it 0.
import numpy as np


def balanced_loss(training_labels, logits, labels):
    counts = np.bincount(training_labels, minlength=logits.shape[1])
    with np.errstate(divide="ignore"):
        weights = len(training_labels) / (np.count_nonzero(counts) * counts)
    shifted = logits - logits.max(axis=1, keepdims=True)
    losses = np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(labels)), labels]
    return weights, (weights[labels] * losses).sum() / weights[labels].sum()
