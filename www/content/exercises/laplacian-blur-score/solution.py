import numpy as np


def blur_score(image):
    """Variance of the Laplacian; larger is sharper."""
    image = image.astype(np.float64)
    around = image[:-2, 1:-1] + image[2:, 1:-1] + image[1:-1, :-2] + image[1:-1, 2:]
    return float((around - 4 * image[1:-1, 1:-1]).var())
