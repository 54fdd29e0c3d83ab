import numpy as np


def sinusoidal_positions(count, width, first=0, base=10000.0):
    """Returns (count, width): sin, cos, sin, cos for each place from `first` on."""
    places = first + np.arange(count)
    frequencies = base ** (-np.arange(0, width, 2) / width)
    angles = places[:, None] * frequencies

    table = np.zeros((count, width))
    table[:, 0::2] = np.sin(angles)
    table[:, 1::2] = np.cos(angles[:, : width // 2])
    return table
