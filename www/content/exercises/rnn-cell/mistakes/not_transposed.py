# Back through the matrix as it is, not transposed
#
# Forwards, unit j reaches unit i through `w_hidden[i, j]`. Backwards the gradient goes from i to j over
# the same entry, so the product is with the transpose: `w_hidden.T @ dsum`. A symmetric matrix, or a
# single unit, hides it.
import numpy as np


def run_and_backpropagate(x, h0, w_input, w_hidden, bias, dlast):
    states = [h0]
    for observed in x:
        states.append(np.tanh(w_input @ observed + w_hidden @ states[-1] + bias))
    dw_input, dw_hidden = np.zeros(w_input.shape), np.zeros(w_hidden.shape)
    dbias, dh = np.zeros(bias.shape), dlast
    for t in range(len(x) - 1, -1, -1):
        dsum = dh * (1 - states[t + 1] ** 2)
        dw_input += np.outer(dsum, x[t])
        dw_hidden += np.outer(dsum, states[t])
        dbias += dsum
        dh = w_hidden @ dsum
    return np.array(states[1:]), dw_input, dw_hidden, dbias, dh
