# Top-p still counts what top-k has cut
#
# The shares are those of the softmax over all tokens. After `top_k=3` the best two of the story
# have 0.75 of the whole, below 0.8, but 0.857 of what is left, so the third is not needed. Cut
# first, then take the softmax over the rest, then add up.
import numpy as np


def sample(logits, draw, temperature=1.0, top_k=None, top_p=1.0):
    ranking = np.argsort(-logits, kind="stable")
    if temperature == 0:
        kept, shares = ranking[:1], np.ones(1)
    else:
        kept = ranking[:top_k]
        shares = softmax(logits / temperature)[kept]
        if top_p < 1:
            enough = np.cumsum(shares) - shares < top_p
            kept, shares = kept[enough], shares[enough]
    probabilities = np.zeros(logits.shape)
    probabilities[kept] = shares / shares.sum()
    return int(np.searchsorted(np.cumsum(probabilities), draw, side="right")), probabilities


def softmax(scores):
    powers = np.exp(scores - scores.max())
    return powers / powers.sum()
