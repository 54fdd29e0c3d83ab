# The penalty makes the factors larger
#
# `+ penalty * p` rewards size. With an error of 0 the factors should shrink a little, from 1 to 0.9 in
# the second example, and this gives 1.1. The gradient of the penalty is subtracted, as the other is.
import numpy as np


def factorise(ratings, users, items, epochs, rate=0.05, penalty=0.02):
    users, items = users.astype(np.float64), items.astype(np.float64)
    losses = []
    for _ in range(epochs):
        for user, item, rating in ratings:
            p, q = users[user].copy(), items[item].copy()
            error = rating - p @ q
            users[user] = p + rate * (error * q + penalty * p)
            items[item] = q + rate * (error * p + penalty * q)
        errors = [(r - users[u] @ items[i]) ** 2 for u, i, r in ratings]
        losses.append(float(sum(errors) / max(1, len(errors))))
    return users, items, losses
