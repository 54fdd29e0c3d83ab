# A token does not see itself
#
# The new key and value go into the cache only after the token has looked. Then the first token
# has nothing to look at, and every later one misses its own value: the formula runs over j ≤ i,
# not j < i. Put key and value in first, then compute the scores.
import numpy as np


class CachedAttention:
    def __init__(self, w_query, w_key, w_value):
        self.w_query, self.w_key, self.w_value = w_query, w_key, w_value
        self.keys = np.zeros((0, w_key.shape[1]))
        self.values = np.zeros((0, w_value.shape[1]))

    def extend(self, tokens):
        return np.array([self._step(token) for token in tokens])

    def _step(self, token):
        output = np.zeros(self.values.shape[1])
        if len(self.keys):
            scores = self.keys @ (token @ self.w_query) / np.sqrt(self.keys.shape[1])
            weights = np.exp(scores - scores.max())
            output = weights / weights.sum() @ self.values
        self.keys = np.concatenate([self.keys, (token @ self.w_key)[None]])
        self.values = np.concatenate([self.values, (token @ self.w_value)[None]])
        return output

    def rewind(self, length):
        self.keys, self.values = self.keys[:length], self.values[:length]
