import numpy as np


class Unfolding:
    """Windows of an image as columns of a matrix, and back."""

    def __init__(self, channels, height, width, size, stride=1):
        self.shape = (channels, height, width)
        self.size = size
        self.stride = stride

    def columns(self, image):
        return np.zeros((self.shape[0] * self.size**2, 1))

    def image(self, columns):
        return np.zeros(self.shape)
