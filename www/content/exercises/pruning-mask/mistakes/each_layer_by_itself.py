# Each layer loses the same share
#
# Layers of 5, 6 and 1, 2 each lose one weight here, and 5 goes although it is larger than 2.
# Layers differ in how much they can spare, and comparing over all of them finds that out. Put
# all magnitudes in one array before you choose.
import numpy as np


def pruning_masks(layers, sparsity):
    masks = []
    for layer in layers:
        order = np.argsort(np.abs(layer.ravel()), kind="stable")
        stays = np.ones(layer.size, dtype=bool)
        stays[order[: round(sparsity * layer.size)]] = False
        masks.append(stays.reshape(layer.shape))
    return masks
