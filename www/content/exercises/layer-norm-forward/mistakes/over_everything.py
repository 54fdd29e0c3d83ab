# One mean for the whole array
#
# `x.mean()` without an axis mixes all tokens: beside 100 and 300, the token 1, 3 comes out as −0.82
# and −0.81, and what told 1 from 3 is all but gone. Each token has its own statistics:
# `axis=-1, keepdims=True`.
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean()) / np.sqrt(x.var() + eps) + beta
