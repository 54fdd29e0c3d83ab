import numpy as np


def pruning_masks(layers, sparsity):
    """Returns a boolean mask for each layer: True where the weight stays."""
    return [np.ones(layer.shape, dtype=bool) for layer in layers]
