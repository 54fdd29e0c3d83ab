import numpy as np


def penalised_step(weights, bias, grad_weights, grad_bias, learning_rate, l1=0.0, l2=0.0):
    """One proximal gradient step with both penalties: returns new (weights, bias).

    Soft thresholding takes from each number what lies within the threshold: the number less itself
    clipped. No sign and no absolute value. The L2 penalty is written as what it does, a decay.
    """
    threshold = learning_rate * l1
    moved = (1 - learning_rate * l2) * weights - learning_rate * grad_weights
    return moved - np.clip(moved, -threshold, threshold), bias - learning_rate * grad_bias
