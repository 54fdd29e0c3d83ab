import numpy as np


def run_and_backpropagate(x, h0, w_input, w_hidden, bias, dlast):
    """Returns (states, dw_input, dw_hidden, dbias, dh0) of a tanh cell."""
    states = [h0]
    for observed in x:
        states.append(np.tanh(w_input @ observed + w_hidden @ states[-1] + bias))

    dw_input, dw_hidden = np.zeros(w_input.shape), np.zeros(w_hidden.shape)
    dbias = np.zeros(bias.shape)
    dh = dlast
    for t in range(len(x) - 1, -1, -1):
        before, after = states[t], states[t + 1]
        dsum = dh * (1 - after**2)  # derivative by what goes into tanh
        dw_input += np.outer(dsum, x[t])
        dw_hidden += np.outer(dsum, before)
        dbias += dsum
        dh = w_hidden.T @ dsum
    return np.array(states[1:]), dw_input, dw_hidden, dbias, dh
