# Each window is a row, not a column
#
# The values are right and the matrix is turned: the product `filters @ columns` then does not fit, or
# fits by accident where both sides are alike. Stack the windows along `axis=1`.
import numpy as np


class Unfolding:
    def __init__(self, channels, height, width, size, stride=1):
        self.shape, self.size, self.stride = (channels, height, width), size, stride
        self.rows, self.across = (height - size) // stride + 1, (width - size) // stride + 1

    def columns(self, image):
        return np.stack([image[place].ravel() for place in self._windows()], axis=0)

    def image(self, columns):
        summed = np.zeros(self.shape)
        for k, place in enumerate(self._windows()):
            summed[place] += columns[:, k].reshape(self.shape[0], self.size, self.size)
        return summed

    def _windows(self):
        for i in range(self.rows):
            for j in range(self.across):
                top, left = self.stride * i, self.stride * j
                yield slice(None), slice(top, top + self.size), slice(left, left + self.size)
