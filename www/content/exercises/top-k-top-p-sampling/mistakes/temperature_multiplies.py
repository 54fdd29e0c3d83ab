# The logits are multiplied by the temperature
#
# At 0.5 this makes the distribution flatter where it should get sharper: 8 : 4 becomes 2.83 : 2
# instead of 64 : 16. Divide by the temperature; small ones then pull the logits apart.
import numpy as np


def sample(logits, draw, temperature=1.0, top_k=None, top_p=1.0):
    ranking = np.argsort(-logits, kind="stable")
    if temperature == 0:
        kept, shares = ranking[:1], np.ones(1)
    else:
        kept = ranking[:top_k]
        shares = softmax(logits[kept] * temperature)
        if top_p < 1:
            enough = np.cumsum(shares) - shares < top_p
            kept, shares = kept[enough], shares[enough]
    probabilities = np.zeros(logits.shape)
    probabilities[kept] = shares / shares.sum()
    return int(np.searchsorted(np.cumsum(probabilities), draw, side="right")), probabilities


def softmax(scores):
    powers = np.exp(scores - scores.max())
    return powers / powers.sum()
