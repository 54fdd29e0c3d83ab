import numpy as np


def pruning_masks(layers, sparsity):
    """Returns a boolean mask for each layer: True where the weight stays.

    No full sort: a partition finds the largest magnitude that goes. All below it go, and of those
    equal to it as many as are missing. One number and one count are enough to mask layers that are
    loaded one after the other.
    """
    magnitudes = [np.abs(layer.ravel()) for layer in layers]
    removed = round(sparsity * sum(layer.size for layer in layers))
    if removed == 0:
        return [np.ones(layer.shape, dtype=bool) for layer in layers]

    threshold = np.partition(np.concatenate(magnitudes), removed - 1)[removed - 1]
    equals_left = removed - sum(int((part < threshold).sum()) for part in magnitudes)
    masks = []
    for layer, part in zip(layers, magnitudes):
        stays = part > threshold
        equals = np.flatnonzero(part == threshold)
        stays[equals[equals_left:]] = True
        equals_left = max(0, equals_left - len(equals))
        masks.append(stays.reshape(layer.shape))
    return masks
