# A batch axis is taken for granted
#
# `x.T @ grad_output` is right for a batch of shape (n, d) and for nothing else. For one example
# it is a dot product of vectors, and for two sequences of three `.T` turns all three axes around.
# Flatten everything before the last axis first.
def dense_backward(grad_output, x, weights):
    return grad_output @ weights.T, x.T @ grad_output, grad_output.sum(axis=0)
