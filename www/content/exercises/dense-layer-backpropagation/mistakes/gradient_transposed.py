# The weight gradient lies on its side
#
# `grad_output.T @ x` has a row for each output: that is the shape for frameworks that store
# weights as (outputs, inputs). Here they are (d, k), and the update `weights - rate * gradient`
# would fail, or go wrong in silence where d = k. Use `x.T @ grad_output`.
def dense_backward(grad_output, x, weights):
    d, k = weights.shape
    flat_grad = grad_output.reshape(-1, k)
    flat_x = x.reshape(-1, d)
    return grad_output @ weights.T, flat_grad.T @ flat_x, flat_grad.sum(axis=0)
