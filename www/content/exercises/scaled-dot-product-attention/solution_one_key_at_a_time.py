import numpy as np


def attention(query, key, value, mask=None):
    """One head: returns (output, weights) of shapes (n, v) and (n, m).

    Looks at one key at a time and corrects what it has whenever a larger score turns up. This is how
    FlashAttention never stores the weights; here they are kept only because they are asked for.
    """
    n, m = query.shape[0], key.shape[0]
    scores = np.full((n, m), -np.inf)
    largest = np.full((n, 1), -np.inf)
    total = np.zeros((n, 1))
    output = np.zeros((n, value.shape[1]))
    for j in range(m):
        column = (query @ key[j] / np.sqrt(query.shape[-1]))[:, None]
        if mask is not None:
            column = np.where(mask[:, j : j + 1], column, -np.inf)
        scores[:, j : j + 1] = column
        raised = np.maximum(largest, column)
        anchor = np.where(np.isfinite(raised), raised, 0.0)  # nothing allowed so far
        correction, weight = np.exp(largest - anchor), np.exp(column - anchor)
        total = total * correction + weight
        output = output * correction + weight * value[j]
        largest = raised
    return output / total, np.exp(scores - largest) / total
