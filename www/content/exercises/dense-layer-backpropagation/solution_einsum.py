import numpy as np


def dense_backward(grad_output, x, weights):
    """Gradients of a layer y = x @ weights + bias: (grad_x, grad_weights, grad_bias).

    The forward pass is "...d,dk->...k". Each gradient is the same contraction with one of its
    operands swapped for the result: an index that is missing on the right is summed over.
    """
    grad_x = np.einsum("...k,dk->...d", grad_output, weights)
    grad_weights = np.einsum("nd,nk->dk", rows_of(x), rows_of(grad_output))
    grad_bias = np.einsum("nk->k", rows_of(grad_output))
    return grad_x, grad_weights, grad_bias


def rows_of(array):
    """All axes but the last as one."""
    return array.reshape(-1, array.shape[-1])
