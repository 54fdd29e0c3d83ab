import numpy as np


def factorise(ratings, users, items, epochs, rate=0.05, penalty=0.02):
    """Returns (users, items, losses) after stochastic gradient steps over the ratings."""
    users, items = users.astype(np.float64), items.astype(np.float64)
    losses = []
    for _ in range(epochs):
        for user, item, rating in ratings:
            p, q = users[user].copy(), items[item].copy()
            error = rating - p @ q
            users[user] = p + rate * (error * q - penalty * p)
            items[item] = q + rate * (error * p - penalty * q)
        losses.append(mean_squared_error(ratings, users, items))
    return users, items, losses


def mean_squared_error(ratings, users, items):
    if not ratings:
        return 0.0
    user, item, rating = np.array(ratings, dtype=np.float64).T
    predicted = (users[user.astype(np.int64)] * items[item.astype(np.int64)]).sum(axis=1)
    return float(((rating - predicted) ** 2).mean())
