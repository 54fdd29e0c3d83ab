import numpy as np

NEGLIGIBLE = 1e-9


def boost(x, y, rounds, rate=0.1):
    """Returns (start, stumps, predictions) of stumps boosted for squared loss."""
    start = float(y.mean())
    predictions = np.full(len(y), start)
    stumps = []
    for _ in range(rounds):
        stump = best_stump(x, y - predictions)
        if stump is None:
            break
        feature, threshold, left, right = stump
        predictions = predictions + rate * np.where(x[:, feature] <= threshold, left, right)
        stumps.append(stump)
    return start, stumps, predictions


def best_stump(x, residuals):
    """The cut with the smallest squared error as (feature, threshold, left, right), or None."""
    n, best = len(residuals), None
    least = (residuals**2).sum()
    for feature in range(x.shape[1]):
        order = np.argsort(x[:, feature], kind="stable")
        values, sorted_residuals = x[order, feature], residuals[order]
        sums, squares = np.cumsum(sorted_residuals), np.cumsum(sorted_residuals**2)
        for i in np.flatnonzero(values[1:] > values[:-1]):
            left, right = sums[i] / (i + 1), (sums[-1] - sums[i]) / (n - i - 1)
            error = squares[-1] - left * sums[i] - right * (sums[-1] - sums[i])
            if error < least - NEGLIGIBLE:
                least = error
                threshold = (values[i] + values[i + 1]) / 2
                best = (feature, float(threshold), float(left), float(right))
    return best
