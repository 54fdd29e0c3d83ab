# The search for the largest value starts at zero
#
# A window of negative numbers then has the answer 0, a value that is not in it, and no place to send
# the gradient to. Start at minus infinity, or with the window's first value.
import numpy as np


def max_pool(x, dy, size, stride):
    y, dx = np.zeros(dy.shape), np.zeros(x.shape)
    for c, i, j in np.ndindex(*dy.shape):
        best, place = 0.0, None
        for row in range(stride * i, stride * i + size):
            for column in range(stride * j, stride * j + size):
                if x[c, row, column] > best:
                    best, place = x[c, row, column], (row, column)
        y[c, i, j] = best
        if place is not None:
            dx[c, place[0], place[1]] += dy[c, i, j]
    return y, dx
