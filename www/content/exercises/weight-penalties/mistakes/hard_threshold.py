# Small weights are cut off, large ones pay nothing
#
# This sets to zero what lies within the threshold and leaves the rest as it is: a hard threshold.
# It belongs to a penalty on the *number* of weights. With L1 every weight pays: 1.85 becomes
# 1.75. Take the threshold off the size of those that are left.
import numpy as np


def penalised_step(weights, bias, grad_weights, grad_bias, learning_rate, l1=0.0, l2=0.0):
    moved = weights - learning_rate * (grad_weights + l2 * weights)
    kept = np.where(np.abs(moved) > learning_rate * l1, moved, 0)
    return kept, bias - learning_rate * grad_bias
