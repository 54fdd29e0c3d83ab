# Tokens and heads are cut the wrong way
#
# `reshape(heads, n, d // heads)` has the right shape and the wrong content: it cuts the array by
# rows, so with two tokens and two heads, head 0 gets the whole first token and head 1 the second.
# The block of columns must become an axis first, `reshape(n, heads, d // heads)`, and only then
# move to the front: `.transpose(1, 0, 2)`.
import numpy as np


def multi_head_attention(x, w_query, w_key, w_value, w_output, heads):
    n, d = x.shape

    def split(projected):
        return projected.reshape(heads, n, d // heads)

    query, key, value = split(x @ w_query), split(x @ w_key), split(x @ w_value)
    scores = query @ key.transpose(0, 2, 1) / np.sqrt(d // heads)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = weights / weights.sum(axis=-1, keepdims=True)
    merged = (weights @ value).transpose(1, 0, 2).reshape(n, d)
    return merged @ w_output, weights
