import numpy as np


def loss_and_gradients(parameters, x, labels):
    """Forward and backward pass: (loss, gradients by the names of the parameters)."""
    before_relu = x @ parameters["w1"] + parameters["b1"]
    hidden = np.maximum(before_relu, 0)
    scores = hidden @ parameters["w2"] + parameters["b2"]
    loss, grad_scores = softmax_cross_entropy(scores, labels)

    grad_hidden = grad_scores @ parameters["w2"].T
    grad_before_relu = np.where(before_relu > 0, grad_hidden, 0)
    gradients = {
        "w1": x.T @ grad_before_relu,
        "b1": grad_before_relu.sum(axis=0),
        "w2": hidden.T @ grad_scores,
        "b2": grad_scores.sum(axis=0),
    }
    return loss, gradients


def softmax_cross_entropy(scores, labels):
    """The mean loss over the rows, and its gradient by the scores."""
    n = len(labels)
    shifted = scores - scores.max(axis=1, keepdims=True)
    log_probabilities = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    target = (np.arange(n), labels)
    gradient = np.exp(log_probabilities)
    gradient[target] -= 1
    return -log_probabilities[target].mean(), gradient / n
