# Each stump is fitted to the targets again
#
# Then every round finds the same cut, and the sum of them runs past the targets. Fit what is left over:
# `y - predictions`, anew in each round.
import numpy as np


def boost(x, y, rounds, rate=0.1):
    start = float(y.mean())
    predictions, stumps = np.full(len(y), start), []
    for _ in range(rounds):
        stump = best_stump(x, y - start)
        if stump is None:
            break
        feature, threshold, left, right = stump
        predictions = predictions + rate * np.where(x[:, feature] <= threshold, left, right)
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
