# `rewind` takes off `length` tokens instead of keeping them
#
# After a draft of four on top of three tokens, `rewind(5)` should leave five; here it takes five
# off and leaves two. `length` says how many stay: `self.keys[:length]`, and the same for the
# values.
import numpy as np


class CachedAttention:
    def __init__(self, w_query, w_key, w_value):
        self.w_query, self.w_key, self.w_value = w_query, w_key, w_value
        self.keys = np.zeros((0, w_key.shape[1]))
        self.values = np.zeros((0, w_value.shape[1]))

    def extend(self, tokens):
        past = len(self.keys)
        self.keys = np.concatenate([self.keys, tokens @ self.w_key])
        self.values = np.concatenate([self.values, tokens @ self.w_value])
        queries = tokens @ self.w_query
        scores = queries @ self.keys.T / np.sqrt(queries.shape[1])
        scores = np.where(np.tril(np.ones(scores.shape), past) > 0, scores, -np.inf)
        weights = np.exp(scores - scores.max(axis=1, keepdims=True))
        return weights / weights.sum(axis=1, keepdims=True) @ self.values

    def rewind(self, length):
        kept = max(0, len(self.keys) - length)
        self.keys, self.values = self.keys[:kept], self.values[:kept]
