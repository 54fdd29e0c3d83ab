# The whole stump is added
#
# Without the rate every round goes all the way: 0, 0, 9 after one round with rate 0.5, instead of 1.5,
# 1.5, 6. The leaves are kept as fitted; the predictions take `rate` of them.
import numpy as np


def boost(x, y, rounds, rate=0.1):
    start = float(y.mean())
    predictions, stumps = np.full(len(y), start), []
    for _ in range(rounds):
        stump = best_stump(x, y - predictions)
        if stump is None:
            break
        feature, threshold, left, right = stump
        predictions = predictions + np.where(x[:, feature] <= threshold, left, right)
        stumps.append(stump)
    return start, stumps, predictions


def best_stump(x, residuals):
    best, least = None, (residuals**2).sum()
    for feature in range(x.shape[1]):
        values = np.unique(x[:, feature])
        for threshold in (values[1:] + values[:-1]) / 2:
            side = x[:, feature] <= threshold
            left, right = residuals[side].mean(), residuals[~side].mean()
            error = ((residuals - np.where(side, left, right)) ** 2).sum()
            if error < least - 1e-9:
                best, least = (feature, float(threshold), float(left), float(right)), error
    return best
