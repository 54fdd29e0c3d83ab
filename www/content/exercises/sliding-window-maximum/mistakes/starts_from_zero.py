# The search for the maximum starts from 0
#
# With `peak = 0` no window of negative values can win: for −4 and −9 the answer should be −4 and
# comes out as 0. Start from a value of the window itself, or from minus infinity.
def window_peaks(values, size):
    peaks = []
    for start in range(len(values) - size + 1):
        peak = 0
        for value in values[start : start + size]:
            if value > peak:
                peak = value
        peaks.append(peak)
    return peaks
