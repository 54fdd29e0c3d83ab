import numpy as np


def max_pool(x, dy, size, stride):
    """Returns (y, dx): the largest of each window, and the gradient at the places that won."""
    channels, out_height, out_width = dy.shape
    y, dx = np.zeros(dy.shape), np.zeros(x.shape)
    for i in range(out_height):
        for j in range(out_width):
            top, left = stride * i, stride * j
            window = x[:, top : top + size, left : left + size].reshape(channels, -1)
            winner = window.argmax(axis=1)  # the first, if there are several
            y[:, i, j] = window.max(axis=1)
            row, column = top + winner // size, left + winner % size
            dx[np.arange(channels), row, column] += dy[:, i, j]
    return y, dx
