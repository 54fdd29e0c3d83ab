# n^2: `max` of a slice is one line and walks the whole window, twice.
def window_peaks(values, size):
    return [max(values[start : start + size]) for start in range(len(values) - size + 1)]
