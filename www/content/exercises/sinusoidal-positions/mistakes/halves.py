# All sines first, then all cosines
#
# The same numbers in another order: columns 0 and 1 of place 1 come out as 0.8415 and 0.0100
# where 0.8415 and 0.5403 are asked for. Both layouts are in use, and weights trained with one are
# wrong with the other. Write the sines to `table[:, 0::2]` and the cosines to `table[:, 1::2]`.
import numpy as np


def sinusoidal_positions(count, width, first=0, base=10000.0):
    places = first + np.arange(count)
    frequencies = base ** (-np.arange(0, width, 2) / width)
    angles = places[:, None] * frequencies
    return np.concatenate([np.sin(angles), np.cos(angles[:, : width // 2])], axis=1)
