# The draw goes through the tokens by rank
#
# The probabilities are right, but the running sum starts at the best token and not at id 0, so
# the same draw gives another token. Both ways are fair; only one reproduces what was logged.
# Put the shares back at their ids before you add up.
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
    probabilities[kept] = shares / shares.sum()
    place = np.searchsorted(np.cumsum(probabilities[ranking]), draw, side="right")
    return int(ranking[place]), probabilities


def softmax(scores):
    powers = np.exp(scores - scores.max())
    return powers / powers.sum()
