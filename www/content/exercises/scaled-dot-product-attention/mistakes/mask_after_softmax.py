# Masked after the softmax
#
# The weights of hidden keys are set to zero, but the others were already shared out with them: the rows
# no longer sum to one, and how much is missing tells about keys that must not be seen. Mask the scores
# before the softmax: `np.where(mask, scores, -np.inf)`.
import numpy as np


def attention(query, key, value, mask=None):
    scores = query @ key.T / np.sqrt(query.shape[-1])
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = weights / weights.sum(axis=-1, keepdims=True)
    if mask is not None:
        weights = weights * mask
    return weights @ value, weights
