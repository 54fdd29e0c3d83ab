import numpy as np


def balanced_loss(training_labels, logits, labels):
    """Balanced class weights, and the weighted cross-entropy of a batch: (weights, loss).

    With one-hot rows the counts are a sum over columns, and the weights of a batch one product of
    a matrix and a vector. It also takes soft labels, which have no single class to look up.
    """
    classes = np.arange(logits.shape[1])
    counts = (training_labels[:, None] == classes).sum(axis=0)
    seen = np.count_nonzero(counts)
    weights = np.where(counts > 0, len(training_labels) / (seen * np.maximum(counts, 1)), 0.0)

    one_hot = (labels[:, None] == classes).astype(np.float64)
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_probabilities = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    total = (one_hot @ weights).sum()
    loss = -((one_hot * log_probabilities) @ weights).sum()
    return weights, loss / total if total > 0 else 0.0
