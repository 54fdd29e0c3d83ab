# The ReLU is applied to the gradient
#
# `np.maximum(gradient, 0)` throws away every negative gradient and keeps those of units that were
# off. What decides is the sign that the unit's input had in the forward pass; a gradient may be
# negative. Use `np.where(before_relu > 0, gradient, 0)`.
import numpy as np


def loss_and_gradients(parameters, x, labels):
    hidden = np.maximum(x @ parameters["w1"] + parameters["b1"], 0)
    scores = hidden @ parameters["w2"] + parameters["b2"]
    shifted = scores - scores.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    target = (np.arange(len(x)), labels)
    g2 = np.exp(log_p)
    g2[target] -= 1
    g2 = g2 / len(x)
    g1 = np.maximum(g2 @ parameters["w2"].T, 0)
    gradients = {"w1": x.T @ g1, "b1": g1.sum(axis=0)}
    gradients.update({"w2": hidden.T @ g2, "b2": g2.sum(axis=0)})
    return -log_p[target].mean(), gradients
