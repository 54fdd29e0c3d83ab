# Classes that never occur take their share
#
# N is divided among all k classes, also those without a single example. The weights are then too
# small by the factor s / k: with labels 0, 0, 2 and three classes the first gets 0.5 instead of
# 0.75. The loss hides it, because the factor cancels there. Divide by the number of classes that
# occur.
import numpy as np


def balanced_loss(training_labels, logits, labels):
    counts = np.bincount(training_labels, minlength=logits.shape[1])
    seen = counts > 0
    weights = np.zeros(logits.shape[1])
    weights[seen] = len(training_labels) / (len(counts) * counts[seen])
    shifted = logits - logits.max(axis=1, keepdims=True)
    losses = np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(labels)), labels]
    total = weights[labels].sum()
    return weights, (weights[labels] * losses).sum() / total if total else 0.0
