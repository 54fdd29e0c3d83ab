# A peak never leaves
#
# This is the maximum of everything so far, not of the window: once 9 has come, `[9, 7, 5, 3, 1]`
# gives 9 for ever. A maximum that has left the window must make room for the next best value
# inside it, so you have to remember more than one candidate, with their places.
def window_peaks(values, size):
    peaks = []
    highest = None
    for index, value in enumerate(values):
        highest = value if highest is None else max(highest, value)
        if index >= size - 1:
            peaks.append(highest)
    return peaks
