# The item's update uses the updated user
#
# `users[user]` is a row that has just changed, so q is moved by the new p. In the first example the user
# becomes 2 and the item then 3 instead of 2. Keep both as they were: `.copy()` before the first update.
import numpy as np


def factorise(ratings, users, items, epochs, rate=0.05, penalty=0.02):
    users, items = users.astype(np.float64), items.astype(np.float64)
    losses = []
    for _ in range(epochs):
        for user, item, rating in ratings:
            error = rating - users[user] @ items[item]
            users[user] += rate * (error * items[item] - penalty * users[user])
            items[item] += rate * (error * users[user] - penalty * items[item])
        errors = [(r - users[u] @ items[i]) ** 2 for u, i, r in ratings]
        losses.append(float(sum(errors) / max(1, len(errors))))
    return users, items, losses
