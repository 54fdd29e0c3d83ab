import numpy as np


def convolve(image, filters, bias, stride=1, padding=0):
    """Slides every filter over the padded image; shape (filters, out height, out width)."""
    image = np.pad(image, ((0, 0), (padding, padding), (padding, padding)))
    count, _, filter_height, filter_width = filters.shape
    out_height = (image.shape[1] - filter_height) // stride + 1
    out_width = (image.shape[2] - filter_width) // stride + 1
    output = np.zeros((count, out_height, out_width))
    for i in range(out_height):
        for j in range(out_width):
            top, left = stride * i, stride * j
            window = image[:, top : top + filter_height, left : left + filter_width]
            output[:, i, j] = np.tensordot(filters, window, axes=3) + bias
    return output
