# The mean size of the Laplacian, not its variance
#
# `np.abs(L).mean()` also grows with sharpness, but it is another number: the dot gives 22.5. Variance
# is the mean square less the square of the mean, and weighs strong edges more than many weak ones.
import numpy as np


def blur_score(image):
    image = image.astype(np.float64)
    around = image[:-2, 1:-1] + image[2:, 1:-1] + image[1:-1, :-2] + image[1:-1, 2:]
    return float(np.abs(around - 4 * image[1:-1, 1:-1]).mean())
