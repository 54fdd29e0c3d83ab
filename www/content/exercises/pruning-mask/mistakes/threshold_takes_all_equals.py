# A threshold cannot part equal weights
#
# In `[1, -1, 1, 1]` the threshold is 1, and keeping what is above it keeps nothing: all four go
# where two should. Trained weights rarely tie, but quantised ones tie by the thousand. Choose
# by place in a stable order, or count how many of the equals still have to go.
import numpy as np


def pruning_masks(layers, sparsity):
    if not layers:
        return []
    magnitudes = np.abs(np.concatenate([layer.ravel() for layer in layers]))
    removed = round(sparsity * magnitudes.size)
    threshold = np.sort(magnitudes)[removed - 1] if removed else -1.0
    stays = magnitudes > threshold
    masks, start = [], 0
    for layer in layers:
        masks.append(stays[start : start + layer.size].reshape(layer.shape))
        start += layer.size
    return masks
