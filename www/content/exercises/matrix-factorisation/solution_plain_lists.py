import math

import numpy as np


def factorise(ratings, users, items, epochs, rate=0.05, penalty=0.02):
    """With k below ten, plain numbers beat calls into an array library for each rating.

    This is the shape of the loop in a compiled implementation: k multiplications, no allocation.
    """
    p_of, q_of = users.tolist(), items.tolist()
    kept = 1 - rate * penalty
    losses = []
    for _ in range(epochs):
        for user, item, rating in ratings:
            p, q = p_of[user], q_of[item]
            step = rate * (rating - sum(a * b for a, b in zip(p, q)))
            for f in range(len(p)):
                p[f], q[f] = kept * p[f] + step * q[f], kept * q[f] + step * p[f]
        squares = [
            (rating - sum(a * b for a, b in zip(p_of[user], q_of[item]))) ** 2
            for user, item, rating in ratings
        ]
        losses.append(math.fsum(squares) / max(1, len(squares)))
    return np.array(p_of, dtype=np.float64), np.array(q_of, dtype=np.float64), losses
