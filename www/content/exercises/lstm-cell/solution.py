import numpy as np


def sigmoid(z):
    """1 / (1 + exp(-z)) without an overflow: only ever the exponential of a negative number."""
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, small) / (1 + small)


def lstm(x, h0, c0, weights, bias):
    """Returns (states, h, c); rows of weights: input, forget, candidate, output."""
    h, c = h0, c0
    states = np.zeros((len(x), len(h0)))
    for t, observed in enumerate(x):
        z = weights @ np.concatenate([observed, h]) + bias
        write, forget, candidate, show = np.split(z, 4)
        c = sigmoid(forget) * c + sigmoid(write) * np.tanh(candidate)
        h = sigmoid(show) * np.tanh(c)
        states[t] = h
    return states, h, c
