# The heads are merged without turning them back
#
# After `weights @ value` the axes are head, token, column. Reshaping that to (n, d) at once lays
# one head's rows over several tokens: with two tokens and two heads of width one, the first row
# gets head 0 for both tokens. Bring the token axis back to the front with `.transpose(1, 0, 2)`
# before you reshape.
import numpy as np


def multi_head_attention(x, w_query, w_key, w_value, w_output, heads):
    n, d = x.shape

    def split(projected):
        return projected.reshape(n, heads, d // heads).transpose(1, 0, 2)

    query, key, value = split(x @ w_query), split(x @ w_key), split(x @ w_value)
    scores = query @ key.transpose(0, 2, 1) / np.sqrt(d // heads)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = weights / weights.sum(axis=-1, keepdims=True)
    merged = (weights @ value).reshape(n, d)
    return merged @ w_output, weights
