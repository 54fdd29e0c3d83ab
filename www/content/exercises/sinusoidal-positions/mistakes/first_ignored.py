# Every chunk starts at place 0
#
# `first` is not used, so frames 100 and 101 get the vectors of frames 0 and 1, and the model
# hears the same second again and again. Row r belongs to place `first + r`: add it before you
# multiply by the frequencies.
import numpy as np


def sinusoidal_positions(count, width, first=0, base=10000.0):
    frequencies = base ** (-np.arange(0, width, 2) / width)
    angles = np.arange(count)[:, None] * frequencies
    table = np.zeros((count, width))
    table[:, 0::2] = np.sin(angles)
    table[:, 1::2] = np.cos(angles[:, : width // 2])
    return table
