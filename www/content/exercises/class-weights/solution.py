import numpy as np


def balanced_loss(training_labels, logits, labels):
    """Balanced class weights, and the weighted cross-entropy of a batch: (weights, loss)."""
    weights = balanced_weights(training_labels, logits.shape[1])
    row_weights = weights[labels]
    total = row_weights.sum()
    if total == 0:
        return weights, 0.0
    return weights, (row_weights * cross_entropies(logits, labels)).sum() / total


def balanced_weights(labels, classes):
    """N / (classes that occur · count); 0 for a class that does not occur."""
    counts = np.bincount(labels, minlength=classes)
    seen = counts > 0
    weights = np.zeros(classes)
    weights[seen] = len(labels) / (seen.sum() * counts[seen])
    return weights


def cross_entropies(logits, labels):
    """Of each row: −log of the probability of its label."""
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_total = np.log(np.exp(shifted).sum(axis=1))
    return log_total - shifted[np.arange(len(labels)), labels]
