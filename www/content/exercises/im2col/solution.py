import numpy as np


class Unfolding:
    """Windows of an image as columns of a matrix, and back."""

    def __init__(self, channels, height, width, size, stride=1):
        self.shape = (channels, height, width)
        self.size = size
        self.stride = stride
        self.rows = (height - size) // stride + 1
        self.across = (width - size) // stride + 1

    def columns(self, image):
        """Shape (channels * size * size, windows)."""
        taps = np.zeros((self.shape[0], self.size, self.size, self.rows, self.across))
        for u in range(self.size):
            for v in range(self.size):
                taps[:, u, v] = image[self._seen_from(u, v)]
        return taps.reshape(-1, self.rows * self.across)

    def image(self, columns):
        """Shape (channels, height, width): each place the sum of its copies."""
        taps = columns.reshape(self.shape[0], self.size, self.size, self.rows, self.across)
        summed = np.zeros(self.shape)
        for u in range(self.size):
            for v in range(self.size):
                summed[self._seen_from(u, v)] += taps[:, u, v]
        return summed

    def _seen_from(self, u, v):
        """Where the windows' entry at row u, column v lies: a strided slice of the image."""
        below = u + self.stride * (self.rows - 1) + 1
        beyond = v + self.stride * (self.across - 1) + 1
        return (slice(None), slice(u, below, self.stride), slice(v, beyond, self.stride))
