def window_peaks(values, size):
    """The maximum of each whole window of `size` neighbouring values, from left to right."""
    return values[: len(values) - size + 1]
