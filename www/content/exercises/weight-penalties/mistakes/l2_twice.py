# The decay is twice as strong
#
# The derivative of $w^2$ is 2w, but the penalty has a ½ in front, so that it becomes $\lambda_2
# w$. With the 2, the first weight of the table comes to 1.65 instead of 1.75. Texts differ in
# that factor, and so do libraries: read which one is meant before you copy a setting.
import numpy as np


def penalised_step(weights, bias, grad_weights, grad_bias, learning_rate, l1=0.0, l2=0.0):
    moved = weights - learning_rate * (grad_weights + 2 * l2 * weights)
    shrunk = np.sign(moved) * np.maximum(np.abs(moved) - learning_rate * l1, 0)
    return shrunk, bias - learning_rate * grad_bias
