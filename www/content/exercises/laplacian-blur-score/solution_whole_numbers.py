import numpy as np


def blur_score(image):
    """In integers for a picture of bytes: exact, and half the memory of floats.

    The Laplacian of bytes lies between -1020 and 1020; the sums of it and of its square are
    exact in 64 bits for any picture that fits in memory.
    """
    wide = image.astype(np.int64) if image.dtype == np.uint8 else image
    laplacian = wide[:-2, 1:-1] + wide[2:, 1:-1] + wide[1:-1, :-2] + wide[1:-1, 2:]
    laplacian = laplacian - 4 * wide[1:-1, 1:-1]
    if image.dtype != np.uint8:
        return float(laplacian.var())
    n = laplacian.size
    total, squares = int(laplacian.sum()), int((laplacian * laplacian).sum())
    return (n * squares - total * total) / n**2
