import numpy as np


def run_and_backpropagate(x, h0, w_input, w_hidden, bias, dlast):
    """Only what depends on the step before stays in the loops.

    The inputs' part of all steps is one product before the loop, and the weights' gradients are
    two products after it: this is how libraries use a fast matrix product on a recurrent layer.
    """
    steps, hidden = len(x), len(h0)
    driven = x @ w_input.T + bias
    states = np.zeros((steps + 1, hidden))
    states[0] = h0
    for t in range(steps):
        states[t + 1] = np.tanh(driven[t] + w_hidden @ states[t])

    dsums = np.zeros((steps, hidden))
    dh = dlast
    for t in reversed(range(steps)):
        dsums[t] = dh * (1 - states[t + 1] ** 2)
        dh = dsums[t] @ w_hidden
    return states[1:], dsums.T @ x, dsums.T @ states[:-1], dsums.sum(axis=0), dh
