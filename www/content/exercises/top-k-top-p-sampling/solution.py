import numpy as np


def sample(logits, draw, temperature=1.0, top_k=None, top_p=1.0):
    """Returns (token, probabilities) after temperature, top-k and top-p."""
    ranking = np.argsort(-logits, kind="stable")
    if temperature == 0:
        kept, shares = ranking[:1], np.ones(1)
    else:
        kept = ranking[:top_k]
        shares = softmax(logits[kept] / temperature)
        if top_p < 1:
            before = np.cumsum(shares) - shares  # what the better tokens have together
            enough = before < top_p
            kept, shares = kept[enough], shares[enough]

    probabilities = np.zeros(logits.shape)
    probabilities[kept] = shares / shares.sum()
    running = np.cumsum(probabilities)
    # Divided by the last sum, so that rounding cannot leave it below a draw close to 1.
    token = np.searchsorted(running / running[-1], draw, side="right")
    return int(token), probabilities


def softmax(scores):
    powers = np.exp(scores - scores.max())
    return powers / powers.sum()
