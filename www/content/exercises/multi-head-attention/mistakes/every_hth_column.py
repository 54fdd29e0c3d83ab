# Each head gets every h-th column
#
# Reading d as "d / h groups of h" gives head 0 the columns 0, h, 2h and so on. A model trained
# that way would work as well, but here head 0 has the first d / h columns: the head's axis comes
# before the column's, `reshape(n, heads, d // heads)`.
import numpy as np


def multi_head_attention(x, w_query, w_key, w_value, w_output, heads):
    n, d = x.shape

    def split(projected):
        return projected.reshape(n, d // heads, heads).transpose(2, 0, 1)

    query, key, value = split(x @ w_query), split(x @ w_key), split(x @ w_value)
    scores = query @ key.transpose(0, 2, 1) / np.sqrt(d // heads)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = weights / weights.sum(axis=-1, keepdims=True)
    merged = (weights @ value).transpose(1, 2, 0).reshape(n, d)
    return merged @ w_output, weights
