# The filter is flipped
#
# That is convolution as mathematics defines it, and not what a convolutional layer computes: for
# the first example it gives 4 everywhere instead of −4. Lay the filter over the window as it is.
import numpy as np


def convolve(image, filters, bias, stride=1, padding=0):
    image = np.pad(image, ((0, 0), (padding, padding), (padding, padding)))
    filters = filters[:, :, ::-1, ::-1]
    count, _, tall, wide = filters.shape
    rows, columns = (image.shape[1] - tall) // stride + 1, (image.shape[2] - wide) // stride + 1
    output = np.zeros((count, rows, columns))
    for i in range(rows):
        for j in range(columns):
            window = image[:, stride * i : stride * i + tall, stride * j : stride * j + wide]
            output[:, i, j] = (filters * window).sum(axis=(1, 2, 3)) + bias
    return output
