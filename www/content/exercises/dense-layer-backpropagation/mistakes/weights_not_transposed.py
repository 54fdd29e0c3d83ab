# The weights are not transposed
#
# Going forward, row i of the weights carries input i to all outputs. Going back, the same number
# carries output j's gradient to input i, so row and column change places. With as many inputs as
# outputs the shapes fit without it and the values are wrong; elsewhere the product is refused.
def dense_backward(grad_output, x, weights):
    d, k = weights.shape
    flat_grad = grad_output.reshape(-1, k)
    flat_x = x.reshape(-1, d)
    return grad_output @ weights, flat_x.T @ flat_grad, flat_grad.sum(axis=0)
