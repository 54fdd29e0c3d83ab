# The most negative weights go, not the smallest
#
# −4 is as strong a connection as 4, with the other sign, and it is the first to go here. What
# counts is the distance from 0: sort `np.abs` of the weights.
import numpy as np


def pruning_masks(layers, sparsity):
    if not layers:
        return []
    magnitudes = np.concatenate([layer.ravel() for layer in layers])
    removed = round(sparsity * magnitudes.size)
    stays = np.ones(magnitudes.size, dtype=bool)
    stays[np.argsort(magnitudes, kind="stable")[:removed]] = False
    masks, start = [], 0
    for layer in layers:
        masks.append(stays[start : start + layer.size].reshape(layer.shape))
        start += layer.size
    return masks
