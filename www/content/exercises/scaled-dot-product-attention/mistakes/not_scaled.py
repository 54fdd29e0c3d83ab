# The scores are not scaled
#
# If the entries of query and key are independent with variance 1, their dot product has variance d: with
# d = 64 scores of ±8 are ordinary, and the softmax puts nearly all its weight on one key. Its gradient
# is then close to zero and nothing is learned. Divide the scores by `np.sqrt(query.shape[-1])`.
import numpy as np


def attention(query, key, value, mask=None):
    scores = query @ key.T
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = weights / weights.sum(axis=-1, keepdims=True)
    return weights @ value, weights
