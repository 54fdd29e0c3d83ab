# The token that reaches `top_p` is dropped
#
# Keeping tokens while the sum including them is at most 0.8 leaves 0.5 + 0.25 = 0.75 of the
# story, which is less than was asked for. If the best token alone is above `top_p`, only a
# special rule saves it. Ask what the tokens *before* it have together: it stays if that is
# below `top_p`.
import numpy as np


def sample(logits, draw, temperature=1.0, top_k=None, top_p=1.0):
    ranking = np.argsort(-logits, kind="stable")
    if temperature == 0:
        kept, shares = ranking[:1], np.ones(1)
    else:
        kept = ranking[:top_k]
        shares = softmax(logits[kept] / temperature)
        if top_p < 1:
            enough = np.cumsum(shares) <= top_p
            enough[0] = True
            kept, shares = kept[enough], shares[enough]
    probabilities = np.zeros(logits.shape)
    probabilities[kept] = shares / shares.sum()
    return int(np.searchsorted(np.cumsum(probabilities), draw, side="right")), probabilities


def softmax(scores):
    powers = np.exp(scores - scores.max())
    return powers / powers.sum()
