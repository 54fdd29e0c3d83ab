# The memory is shown as it is
#
# Without the tanh the state follows the memory beyond ±1: keep and show gives 2 instead of 0.964, and
# after ten steps of writing 12. The next product then sees inputs of any size. `h = sigmoid(z_o) *
# np.tanh(c)`.
import numpy as np


def sigmoid(z):
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, small) / (1 + small)


def lstm(x, h0, c0, weights, bias):
    h, c = h0, c0
    states = np.zeros((len(x), len(h0)))
    for t, observed in enumerate(x):
        write, forget, candidate, show = np.split(weights @ np.concatenate([observed, h]) + bias, 4)
        c = sigmoid(forget) * c + sigmoid(write) * np.tanh(candidate)
        h = sigmoid(show) * c
        states[t] = h
    return states, h, c
