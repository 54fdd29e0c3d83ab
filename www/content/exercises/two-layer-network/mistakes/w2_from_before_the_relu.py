# The second layer never saw those numbers
#
# The gradient of `w2` is built from the numbers before the ReLU, but the layer's input was what
# came out of it. In the first case the unit at −1 was off, so its row of the gradient is zero;
# here it is 0.5 and −0.5. Use `hidden.T @ grad_scores`.
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
    g1 = np.where(before_relu > 0, g2 @ parameters["w2"].T, 0)
    gradients = {"w1": x.T @ g1, "b1": g1.sum(axis=0)}
    gradients.update({"w2": before_relu.T @ g2, "b2": g2.sum(axis=0)})
    return -log_p[target].mean(), gradients
