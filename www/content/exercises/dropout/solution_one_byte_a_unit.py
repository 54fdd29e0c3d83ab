import numpy as np


class Dropout:
    """Keeps truth values instead of factors: a byte a unit until the backward pass, not eight."""

    def __init__(self, rate):
        self.rate = rate
        self.kept = None

    def forward(self, x, draws=None):
        """Drops elements if there are draws; without draws gives x as it is."""
        self.kept = None if draws is None else draws >= self.rate
        return self.masked(x)

    def backward(self, grad_output):
        """The derivative by the input of the most recent forward pass."""
        return self.masked(grad_output)

    def masked(self, values):
        if self.kept is None:
            return values.copy()
        return np.where(self.kept, values / (1 - self.rate), 0.0)
