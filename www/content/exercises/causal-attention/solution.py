import numpy as np


class CachedAttention:
    def __init__(self, w_query, w_key, w_value):
        self.w_query, self.w_key, self.w_value = w_query, w_key, w_value
        self.keys = np.zeros((0, w_key.shape[1]))
        self.values = np.zeros((0, w_value.shape[1]))

    def extend(self, tokens):
        """Takes the next tokens (n, width); returns their outputs (n, v)."""
        past = len(self.keys)
        self.keys = np.concatenate([self.keys, tokens @ self.w_key])
        self.values = np.concatenate([self.values, tokens @ self.w_value])

        queries = tokens @ self.w_query
        scores = queries @ self.keys.T / np.sqrt(queries.shape[1])
        query_place = past + np.arange(len(tokens))[:, None]
        scores = np.where(np.arange(len(self.keys)) <= query_place, scores, -np.inf)
        weights = np.exp(scores - scores.max(axis=1, keepdims=True))
        return weights / weights.sum(axis=1, keepdims=True) @ self.values

    def rewind(self, length):
        """Forgets all tokens but the first `length`."""
        self.keys = self.keys[:length]
        self.values = self.values[:length]
