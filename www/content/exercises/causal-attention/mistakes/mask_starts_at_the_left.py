# The mask forgets that there is a past
#
# A lower triangle in an n × (past + n) matrix lets the first row see column 0 only. That is right
# for the first chunk; after a prompt of four, the next token then looks at the first word and not
# at itself. Its place in the text is `past + i`, so allow the columns up to that one:
# `np.tril(..., k=past)`.
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
        scores = np.where(np.tril(np.ones(scores.shape)) > 0, scores, -np.inf)
        weights = np.exp(scores - scores.max(axis=1, keepdims=True))
        return weights / weights.sum(axis=1, keepdims=True) @ self.values

    def rewind(self, length):
        self.keys, self.values = self.keys[:length], self.values[:length]
