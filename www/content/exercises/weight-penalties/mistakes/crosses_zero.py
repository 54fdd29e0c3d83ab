# The threshold pushes weights across zero
#
# Every weight is moved by the full amount, also those that have less than that left: 0.065 in the
# table becomes −0.035 and should stop at 0. What is taken off the size may not exceed the size:
# `np.maximum(np.abs(moved) - threshold, 0)`.
import numpy as np


def penalised_step(weights, bias, grad_weights, grad_bias, learning_rate, l1=0.0, l2=0.0):
    moved = weights - learning_rate * (grad_weights + l2 * weights)
    return moved - learning_rate * l1 * np.sign(moved), bias - learning_rate * grad_bias
