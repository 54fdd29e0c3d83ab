# The output matrix is left out
#
# Side by side, the heads do not know of each other: column 0 of the result is head 0's alone.
# `w_output` lets each column of the result use all heads, and a layer without it also fails to
# match any trained weights. Finish with `merged @ w_output`.
import numpy as np


def multi_head_attention(x, w_query, w_key, w_value, w_output, heads):
    n, d = x.shape

    def split(projected):
        return projected.reshape(n, heads, d // heads).transpose(1, 0, 2)

    query, key, value = split(x @ w_query), split(x @ w_key), split(x @ w_value)
    scores = query @ key.transpose(0, 2, 1) / np.sqrt(d // heads)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = weights / weights.sum(axis=-1, keepdims=True)
    merged = (weights @ value).transpose(1, 0, 2).reshape(n, d)
    return merged, weights
