import numpy as np


def loss_and_gradients(parameters, x, labels):
    """Forward and backward pass: (loss, gradients by the names of the parameters)."""
    gradients = {name: np.zeros(value.shape) for name, value in parameters.items()}
    return 0.0, gradients
