# The counts stop at the largest label
#
# `np.bincount` makes as many places as the largest label needs. If training lacks the last
# classes, the weights are too short, and a row with such a label cannot be looked up. Tell it how
# many classes there are: `minlength=k`.
import numpy as np


def balanced_loss(training_labels, logits, labels):
    counts = np.bincount(training_labels)
    seen = counts > 0
    weights = np.zeros(len(counts))
    weights[seen] = len(training_labels) / (seen.sum() * counts[seen])
    shifted = logits - logits.max(axis=1, keepdims=True)
    losses = np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(labels)), labels]
    total = weights[labels].sum()
    return weights, (weights[labels] * losses).sum() / total if total else 0.0
