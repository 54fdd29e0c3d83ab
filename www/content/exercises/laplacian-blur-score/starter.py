import numpy as np


def blur_score(image):
    """Variance of the Laplacian; larger is sharper."""
    return 0.0
