# The bias is added for every channel
#
# It stands inside the sum over channels, so an image with three of them gets it three times. A filter
# has one bias, added once to the finished sum. With a single channel nothing shows.
import numpy as np


def convolve(image, filters, bias, stride=1, padding=0):
    image = np.pad(image, ((0, 0), (padding, padding), (padding, padding)))
    count, channels, tall, wide = filters.shape
    rows, columns = (image.shape[1] - tall) // stride + 1, (image.shape[2] - wide) // stride + 1
    output = np.zeros((count, rows, columns))
    for i in range(rows):
        for j in range(columns):
            for c in range(channels):
                window = image[c, stride * i : stride * i + tall, stride * j : stride * j + wide]
                output[:, i, j] += (filters[:, c] * window).sum(axis=(1, 2)) + bias
    return output
