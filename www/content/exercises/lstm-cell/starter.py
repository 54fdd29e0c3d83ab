import numpy as np


def lstm(x, h0, c0, weights, bias):
    """Returns (states, h, c); rows of weights: input, forget, candidate, output."""
    states = np.zeros((len(x), len(h0)))
    return states, h0, c0
