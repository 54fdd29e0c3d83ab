import numpy as np


def loss_and_gradients(parameters, x, labels):
    """Forward and backward pass: (loss, gradients by the names of the parameters).

    For any number of layers: the forward pass keeps what each layer saw, the backward pass walks
    the list from its end. Two layers are then a special case.
    """
    depth = len(parameters) // 2
    inputs = [x]
    for layer in range(1, depth + 1):
        output = inputs[-1] @ parameters[f"w{layer}"] + parameters[f"b{layer}"]
        inputs.append(np.maximum(output, 0) if layer < depth else output)

    scores = inputs.pop()
    shifted = scores - scores.max(axis=1, keepdims=True)
    log_total = np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    one_hot = (labels[:, None] == np.arange(scores.shape[1])).astype(np.float64)
    loss = ((log_total - shifted) * one_hot).sum() / len(x)

    gradients = {}
    grad = (np.exp(shifted - log_total) - one_hot) / len(x)
    for layer in range(depth, 0, -1):
        seen = inputs.pop()
        gradients[f"w{layer}"] = seen.T @ grad
        gradients[f"b{layer}"] = grad.sum(axis=0)
        grad = (grad @ parameters[f"w{layer}"].T) * (seen > 0)
    return loss, gradients
