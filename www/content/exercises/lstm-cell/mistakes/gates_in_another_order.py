# The gates are cut in another order
#
# Input, forget, *output*, candidate is how some libraries lay them out; here the candidate comes
# third. With `bias = [-1000, 1000, 0, 1000]` the output gate is then half open and shows 0.482 instead of
# 0.964. Weights moved between frameworks break in exactly this way.
import numpy as np


def sigmoid(z):
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, small) / (1 + small)


def lstm(x, h0, c0, weights, bias):
    h, c = h0, c0
    states = np.zeros((len(x), len(h0)))
    for t, observed in enumerate(x):
        write, forget, show, candidate = np.split(weights @ np.concatenate([observed, h]) + bias, 4)
        c = sigmoid(forget) * c + sigmoid(write) * np.tanh(candidate)
        h = sigmoid(show) * np.tanh(c)
        states[t] = h
    return states, h, c
