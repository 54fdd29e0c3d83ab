# What is left does not sum to 1
#
# After top-p the shares keep their old size: 0.571 and 0.286 sum to 0.857, and a draw of 0.9
# would run off the end of the vocabulary. Divide by the sum of what is left before you draw.
import numpy as np


def sample(logits, draw, temperature=1.0, top_k=None, top_p=1.0):
    ranking = np.argsort(-logits, kind="stable")
    if temperature == 0:
        kept, shares = ranking[:1], np.ones(1)
    else:
        kept = ranking[:top_k]
        shares = softmax(logits[kept] / temperature)
        if top_p < 1:
            enough = np.cumsum(shares) - shares < top_p
            kept, shares = kept[enough], shares[enough]
    probabilities = np.zeros(logits.shape)
    probabilities[kept] = shares
    return int(np.searchsorted(np.cumsum(probabilities), draw, side="right")), probabilities


def softmax(scores):
    powers = np.exp(scores - scores.max())
    return powers / powers.sum()
