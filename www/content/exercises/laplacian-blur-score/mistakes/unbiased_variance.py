# The variance divides by n − 1
#
# These pixels are the whole picture, not a sample of it, so the mean square deviation is taken over
# all n. With `ddof=1` the dot scores 1012.5, and a 3 × 3 picture, with its single inner pixel, is
# divided by zero.
import numpy as np


def blur_score(image):
    image = image.astype(np.float64)
    around = image[:-2, 1:-1] + image[2:, 1:-1] + image[1:-1, :-2] + image[1:-1, 2:]
    return float((around - 4 * image[1:-1, 1:-1]).var(ddof=1))
