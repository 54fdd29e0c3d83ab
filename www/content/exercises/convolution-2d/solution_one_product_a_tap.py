import numpy as np


def convolve(image, filters, bias, stride=1, padding=0):
    """Loops over the few places of the filter instead of the many places of the image.

    Each place of the filter meets a strided slice of the whole image at once.
    """
    image = np.pad(image, ((0, 0), (padding, padding), (padding, padding)))
    count, _, filter_height, filter_width = filters.shape
    out_height = (image.shape[1] - filter_height) // stride + 1
    out_width = (image.shape[2] - filter_width) // stride + 1
    output = np.zeros((count, out_height, out_width)) + bias[:, None, None]
    for u in range(filter_height):
        for v in range(filter_width):
            rows = slice(u, u + stride * (out_height - 1) + 1, stride)
            columns = slice(v, v + stride * (out_width - 1) + 1, stride)
            output += np.tensordot(filters[:, :, u, v], image[:, rows, columns], axes=1)
    return output
