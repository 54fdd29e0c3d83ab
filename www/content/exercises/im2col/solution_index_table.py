import numpy as np


class Unfolding:
    """A table of flat places, made once: unfolding is one lookup, folding one scattered sum."""

    def __init__(self, channels, height, width, size, stride=1):
        self.shape = (channels, height, width)
        inside = np.arange(size)
        window = (np.arange(channels)[:, None, None] * height + inside[:, None]) * width + inside
        top = stride * np.arange((height - size) // stride + 1)
        left = stride * np.arange((width - size) // stride + 1)
        start = top[:, None] * width + left
        self.places = window.reshape(-1, 1) + start.reshape(1, -1)

    def columns(self, image):
        return image.reshape(-1)[self.places]

    def image(self, columns):
        count = self.shape[0] * self.shape[1] * self.shape[2]
        summed = np.bincount(self.places.ravel(), weights=columns.ravel(), minlength=count)
        return summed.reshape(self.shape)
