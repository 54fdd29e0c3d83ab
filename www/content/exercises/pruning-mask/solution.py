import numpy as np


def pruning_masks(layers, sparsity):
    """Returns a boolean mask for each layer: True where the weight stays."""
    if not layers:
        return []
    magnitudes = np.abs(np.concatenate([layer.ravel() for layer in layers]))
    removed = round(sparsity * magnitudes.size)

    stays = np.ones(magnitudes.size, dtype=bool)
    stays[np.argsort(magnitudes, kind="stable")[:removed]] = False

    masks, start = [], 0
    for layer in layers:
        masks.append(stays[start : start + layer.size].reshape(layer.shape))
        start += layer.size
    return masks
