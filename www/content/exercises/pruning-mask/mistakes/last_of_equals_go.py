# Of equal weights the last go
#
# Sorting from large to small and taking the tail turns the rule for equals round: of `[1, -1,
# 1, 1]` the last two go. Sort from small to large with `kind="stable"` and take the beginning.
import numpy as np


def pruning_masks(layers, sparsity):
    if not layers:
        return []
    magnitudes = np.abs(np.concatenate([layer.ravel() for layer in layers]))
    removed = round(sparsity * magnitudes.size)
    stays = np.ones(magnitudes.size, dtype=bool)
    stays[np.argsort(-magnitudes, kind="stable")[magnitudes.size - removed :]] = False
    masks, start = [], 0
    for layer in layers:
        masks.append(stays[start : start + layer.size].reshape(layer.shape))
        start += layer.size
    return masks
