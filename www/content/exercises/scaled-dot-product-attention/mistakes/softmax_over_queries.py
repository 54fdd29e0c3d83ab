# The softmax runs over the queries
#
# Here every *column* sums to one: the queries share out each key among themselves. It is each query
# that has one unit of attention to spend on the keys, so every *row* must sum to one. Take the maximum
# and the sum along the last axis: `axis=-1, keepdims=True`.
import numpy as np


def attention(query, key, value, mask=None):
    scores = query @ key.T / np.sqrt(query.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    weights = np.exp(scores - scores.max(axis=0, keepdims=True))
    weights = weights / weights.sum(axis=0, keepdims=True)
    return weights @ value, weights
