import numpy as np


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    """The same as a matrix a token: what is left of the push beside 1 and the normalised values.

    Slower by a factor of the width, and the clearest to derive: y = x̂ has the Jacobian
    (I - 1 1ᵀ/d - x̂ x̂ᵀ/d) / std, which is symmetric.
    """
    d = x.shape[-1]
    inverse_std = 1 / np.sqrt(x.var(axis=-1, keepdims=True) + eps)
    normalised = (x - x.mean(axis=-1, keepdims=True)) * inverse_std
    outer = normalised[..., :, None] * normalised[..., None, :]
    jacobian = (np.eye(d) - 1 / d - outer / d) * inverse_std[..., None]
    dx = np.einsum("...i,...ij->...j", dy * gamma, jacobian)
    rows = (dy.reshape(-1, d), normalised.reshape(-1, d))
    return dx, np.einsum("ti,ti->i", *rows), rows[0].sum(axis=0)
