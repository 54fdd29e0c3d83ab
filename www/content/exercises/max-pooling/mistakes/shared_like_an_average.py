# The gradient is spread over the window
#
# Each value gets `dy / size²`, which is the way back of an *average*. The maximum listens to one value
# alone: the others could move a little and nothing would change, so their derivative is 0.
import numpy as np


def max_pool(x, dy, size, stride):
    y, dx = np.zeros(dy.shape), np.zeros(x.shape)
    for c, i, j in np.ndindex(*dy.shape):
        top, left = stride * i, stride * j
        y[c, i, j] = x[c, top : top + size, left : left + size].max()
        dx[c, top : top + size, left : left + size] += dy[c, i, j] / size**2
    return y, dx
