# The slope of tanh is left out
#
# Where a state is near 0 the slope is 1 and nothing shows; near ±1 it is almost 0, and a saturated
# unit passes nearly nothing on. Multiply by `1 - after**2` before anything else.
import numpy as np


def run_and_backpropagate(x, h0, w_input, w_hidden, bias, dlast):
    states = [h0]
    for observed in x:
        states.append(np.tanh(w_input @ observed + w_hidden @ states[-1] + bias))
    dw_input, dw_hidden = np.zeros(w_input.shape), np.zeros(w_hidden.shape)
    dbias, dh = np.zeros(bias.shape), dlast
    for t in range(len(x) - 1, -1, -1):
        dw_input += np.outer(dh, x[t])
        dw_hidden += np.outer(dh, states[t])
        dbias += dh
        dh = w_hidden.T @ dh
    return np.array(states[1:]), dw_input, dw_hidden, dbias, dh
