# Within a chunk, tokens see what comes after them
#
# One token at a time this needs no mask, because nothing later is in the cache yet. A chunk puts
# all its keys there at once: in the first example the token 0 gets 1, the mean of 0 and 2, where
# it may see only itself and gets 0. Set the scores of later places to minus infinity before the
# softmax.
import numpy as np


class CachedAttention:
    def __init__(self, w_query, w_key, w_value):
        self.w_query, self.w_key, self.w_value = w_query, w_key, w_value
        self.keys = np.zeros((0, w_key.shape[1]))
        self.values = np.zeros((0, w_value.shape[1]))

    def extend(self, tokens):
        self.keys = np.concatenate([self.keys, tokens @ self.w_key])
        self.values = np.concatenate([self.values, tokens @ self.w_value])
        queries = tokens @ self.w_query
        scores = queries @ self.keys.T / np.sqrt(queries.shape[1])
        weights = np.exp(scores - scores.max(axis=1, keepdims=True))
        return weights / weights.sum(axis=1, keepdims=True) @ self.values

    def rewind(self, length):
        self.keys, self.values = self.keys[:length], self.values[:length]
