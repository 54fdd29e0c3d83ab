import numpy as np


def softmax_cross_entropy(logits, labels):
    """Mean loss over the labelled rows, and its gradient by the logits: (loss, gradient)."""
    gradient = np.zeros(logits.shape)
    labelled = np.flatnonzero(labels != -1)
    count = len(labelled)
    if count == 0:
        return 0.0, gradient
    targets = labels[labelled]
    shifted = logits[labelled] - logits[labelled].max(axis=1, keepdims=True)
    log_total = np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    log_probabilities = shifted - log_total
    loss = -log_probabilities[np.arange(count), targets].mean()

    share = np.exp(log_probabilities)
    share[np.arange(count), targets] -= 1
    gradient[labelled] = share / count
    return loss, gradient
