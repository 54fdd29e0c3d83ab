import numpy as np


def lstm(x, h0, c0, weights, bias):
    """The inputs' part for all steps at once, and the sigmoid as a tanh: σ(z) = (1 + tanh(z/2)) / 2.

    One function for all four gates is what a small chip with a single table for tanh does.
    """
    n, inputs = len(h0), x.shape[1]
    driven = x @ weights[:, :inputs].T + bias
    recurrent = weights[:, inputs:]
    half = np.repeat([0.5, 0.5, 1.0, 0.5], n)
    h, c = h0, c0
    states = np.zeros((len(x), n))
    for t in range(len(x)):
        bent = np.tanh(half * (driven[t] + recurrent @ h))
        write, forget, show = ((1 + bent[k * n : (k + 1) * n]) / 2 for k in (0, 1, 3))
        c = forget * c + write * bent[2 * n : 3 * n]
        h = show * np.tanh(c)
        states[t] = h
    return states, h, c
