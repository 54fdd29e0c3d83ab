def dense_backward(grad_output, x, weights):
    """Gradients of a layer y = x @ weights + bias: (grad_x, grad_weights, grad_bias)."""
    d, k = weights.shape
    flat_x = x.reshape(-1, d)  # one row an example, whatever axes they were spread over
    flat_grad = grad_output.reshape(-1, k)
    grad_x = grad_output @ weights.T
    grad_weights = flat_x.T @ flat_grad
    grad_bias = flat_grad.sum(axis=0)
    return grad_x, grad_weights, grad_bias
