import numpy as np


def multi_head_attention(x, w_query, w_key, w_value, w_output, heads):
    """Returns (output, weights) of shapes (n, d) and (heads, n, n).

    Nothing is joined: each head writes into the output through its own rows of `w_output`, and the
    contributions add up. So one head can be removed, or looked at, without the others.
    """
    width = x.shape[1] // heads
    output, weights = np.zeros(x.shape), []
    for start in range(0, x.shape[1], width):
        block = slice(start, start + width)
        query, key, value = x @ w_query[:, block], x @ w_key[:, block], x @ w_value[:, block]
        scores = query @ key.T / np.sqrt(width)
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        weights.append(powers / powers.sum(axis=1, keepdims=True))
        output += weights[-1] @ value @ w_output[block]
    return output, np.array(weights)
