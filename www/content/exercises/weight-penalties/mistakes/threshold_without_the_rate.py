# The threshold does not know the learning rate
#
# The penalty is part of the step, so a step half as long must shrink half as much. With a
# threshold of `l1` = 1 at a rate of 0.1, the weight 1.85 of the table drops to 0.85 at once, and
# a small learning rate makes it worse: the loss can no longer pull against it. Use `learning_rate
# * l1`.
import numpy as np


def penalised_step(weights, bias, grad_weights, grad_bias, learning_rate, l1=0.0, l2=0.0):
    moved = weights - learning_rate * (grad_weights + l2 * weights)
    shrunk = np.sign(moved) * np.maximum(np.abs(moved) - l1, 0)
    return shrunk, bias - learning_rate * grad_bias
