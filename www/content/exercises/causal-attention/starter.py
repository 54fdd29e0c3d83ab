import numpy as np


class CachedAttention:
    def __init__(self, w_query, w_key, w_value):
        self.w_query = w_query
        self.w_key = w_key
        self.w_value = w_value

    def extend(self, tokens):
        """Takes the next tokens (n, width); returns their outputs (n, v)."""
        return np.zeros((tokens.shape[0], self.w_value.shape[1]))

    def rewind(self, length):
        """Forgets all tokens but the first `length`."""
