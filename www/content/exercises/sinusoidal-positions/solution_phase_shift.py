import numpy as np


def sinusoidal_positions(count, width, first=0, base=10000.0):
    """Returns (count, width): sin, cos, sin, cos for each place from `first` on.

    A cosine is a sine a quarter turn ahead, so one call fills the table, and an odd width needs no
    care.
    """
    places = first + np.arange(count)
    columns = np.arange(width)
    frequencies = base ** (-2 * (columns // 2) / width)
    quarter_turn = np.pi / 2 * (columns % 2)
    return np.sin(places[:, None] * frequencies + quarter_turn)
