# The ReLU lets everything pass backwards
#
# A unit that is off does not change the loss when its input changes a little, so its gradient is
# zero. Without that, units that are off are pushed about by examples that they did not see: in
# the case where every hidden unit is off, `w1` must not move at all. Zero the gradient where the
# input of the ReLU is not above 0.
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
    g1 = g2 @ parameters["w2"].T
    gradients = {"w1": x.T @ g1, "b1": g1.sum(axis=0)}
    gradients.update({"w2": hidden.T @ g2, "b2": g2.sum(axis=0)})
    return -log_p[target].mean(), gradients
