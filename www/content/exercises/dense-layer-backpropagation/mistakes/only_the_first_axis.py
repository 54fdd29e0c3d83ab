# Only the first axis is summed over
#
# For two sequences of three the bias gradient comes out with a row for each place in the
# sequence, but the layer has one bias for all of them. Everything that shares a parameter adds to
# its gradient: sum over all axes but the last. A single example, without a batch axis, has
# nothing to sum.
def dense_backward(grad_output, x, weights):
    d, k = weights.shape
    grad_x = grad_output @ weights.T
    grad_weights = x.reshape(-1, d).T @ grad_output.reshape(-1, k)
    return grad_x, grad_weights, grad_output.sum(axis=0)
