# The sign of the weight is used as a gradient
#
# Adding `l1 * sign(w)` to the gradient is a subgradient step. Near zero it jumps across: 0.04
# with a threshold of 0.05 becomes −0.01, then +0.04 again, and never 0. Nothing becomes sparse
# that way. Do the gradient step without L1 first, then shrink towards zero and stop there.
import numpy as np


def penalised_step(weights, bias, grad_weights, grad_bias, learning_rate, l1=0.0, l2=0.0):
    slope = grad_weights + l2 * weights + l1 * np.sign(weights)
    return weights - learning_rate * slope, bias - learning_rate * grad_bias
