# Sine and cosine of a pair turn at different speeds
#
# Here each column has its own frequency, so column 1 is the cosine of 0.1 p, not of p. Then no
# rotation takes a pair from one place to the next, which is what makes distances readable. Both
# columns of pair k share one frequency: the exponent comes from `column // 2`.
import numpy as np


def sinusoidal_positions(count, width, first=0, base=10000.0):
    places = first + np.arange(count)
    columns = np.arange(width)
    angles = places[:, None] * base ** (-columns / width)
    return np.where(columns % 2 == 0, np.sin(angles), np.cos(angles))
