# The cell shows the memory of the step before
#
# `h` is computed from the old `c`. With every gate half open and a memory of 2 this shows 0.482 where
# 0.381 is right. First the new `c`, then `h = sigmoid(z_o) * tanh(c)` of it.
import numpy as np


def sigmoid(z):
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, small) / (1 + small)


def lstm(x, h0, c0, weights, bias):
    h, c = h0, c0
    states = np.zeros((len(x), len(h0)))
    for t, observed in enumerate(x):
        write, forget, candidate, show = np.split(weights @ np.concatenate([observed, h]) + bias, 4)
        h = sigmoid(show) * np.tanh(c)
        c = sigmoid(forget) * c + sigmoid(write) * np.tanh(candidate)
        states[t] = h
    return states, h, c
