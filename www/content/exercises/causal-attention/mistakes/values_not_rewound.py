# Only the keys are rewound
#
# Keys and values of a token belong together, row by row. If the rejected values stay, the next
# token's value lands behind them, and from then on weights meet the values of other tokens. Cut
# both arrays to their first `length` rows.
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
        weights = weights / weights.sum(axis=1, keepdims=True)
        return weights @ self.values[: len(self.keys)]

    def rewind(self, length):
        self.keys = self.keys[:length]
