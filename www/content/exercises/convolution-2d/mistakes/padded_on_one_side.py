# Padding only above and to the left
#
# `padding` rows are missing below and at the right, so the output is too small, or its last rows
# look at other pixels. Zeros go round the image: `(padding, padding)` for the height and the same for
# the width, none for the channels.
import numpy as np


def convolve(image, filters, bias, stride=1, padding=0):
    image = np.pad(image, ((0, 0), (padding, 0), (padding, 0)))
    count, _, tall, wide = filters.shape
    rows, columns = (image.shape[1] - tall) // stride + 1, (image.shape[2] - wide) // stride + 1
    output = np.zeros((count, rows, columns))
    for i in range(rows):
        for j in range(columns):
            window = image[:, stride * i : stride * i + tall, stride * j : stride * j + wide]
            output[:, i, j] = (filters * window).sum(axis=(1, 2, 3)) + bias
    return output
