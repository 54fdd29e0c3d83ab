import numpy as np


def multi_head_attention(x, w_query, w_key, w_value, w_output, heads):
    """Returns (output, weights) of shapes (n, d) and (heads, n, n)."""
    n, d = x.shape

    def split(projected):
        """(n, d) to (heads, n, d / heads)"""
        return projected.reshape(n, heads, d // heads).transpose(1, 0, 2)

    query, key, value = split(x @ w_query), split(x @ w_key), split(x @ w_value)
    scores = query @ key.transpose(0, 2, 1) / np.sqrt(d // heads)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = weights / weights.sum(axis=-1, keepdims=True)

    merged = (weights @ value).transpose(1, 0, 2).reshape(n, d)
    return merged @ w_output, weights
