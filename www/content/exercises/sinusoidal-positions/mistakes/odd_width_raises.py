# An odd width does not fit
#
# With five columns there are three sines and two cosines. Three cosines do not go into the two
# columns of `table[:, 1::2]`, and NumPy refuses to broadcast them. The last pair has no room for
# its cosine: leave it out with `angles[:, : width // 2]`.
import numpy as np


def sinusoidal_positions(count, width, first=0, base=10000.0):
    places = first + np.arange(count)
    frequencies = base ** (-np.arange(0, width, 2) / width)
    angles = places[:, None] * frequencies
    table = np.zeros((count, width))
    table[:, 0::2] = np.sin(angles)
    table[:, 1::2] = np.cos(angles)
    return table
