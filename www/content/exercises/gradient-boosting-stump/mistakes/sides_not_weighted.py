# The sides' mean errors are added
#
# A side with one row then counts as much as a side with a thousand, and cuts move to the edges, where
# one row is fitted exactly. Add up the squared errors of all rows, not the means of the two sides.
import numpy as np


def boost(x, y, rounds, rate=0.1):
    start = float(y.mean())
    predictions, stumps = np.full(len(y), start), []
    for _ in range(rounds):
        stump = best_stump(x, y - predictions)
        if stump is None:
            break
        feature, threshold, left, right = stump
        predictions = predictions + rate * np.where(x[:, feature] <= threshold, left, right)
        stumps.append(stump)
    return start, stumps, predictions


def best_stump(x, residuals):
    best, least = None, 2 * (residuals**2).mean()
    for feature in range(x.shape[1]):
        values = np.unique(x[:, feature])
        for threshold in (values[1:] + values[:-1]) / 2:
            side = x[:, feature] <= threshold
            error = residuals[side].var() + residuals[~side].var()
            if error < least - 1e-9:
                left, right = residuals[side].mean(), residuals[~side].mean()
                best, least = (feature, float(threshold), float(left), float(right)), error
    return best
