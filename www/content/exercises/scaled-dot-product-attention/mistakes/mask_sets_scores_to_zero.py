# Masked scores are zero, not minus infinity
#
# Multiplying by the mask makes a masked score 0, and $e^0 = 1$: the key that must not be seen still gets
# weight, more than any key with a negative score. Its exponential has to be 0, so its score has to be
# minus infinity: `np.where(mask, scores, -np.inf)`.
import numpy as np


def attention(query, key, value, mask=None):
    scores = query @ key.T / np.sqrt(query.shape[-1])
    if mask is not None:
        scores = scores * mask
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = weights / weights.sum(axis=-1, keepdims=True)
    return weights @ value, weights
