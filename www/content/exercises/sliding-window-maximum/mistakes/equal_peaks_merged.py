# Equal peaks are kept once and thrown out together
#
# The deque holds values, and a newcomer pushes out its equals too. When the first of two equal
# peaks leaves the window, the remaining one is taken for it: `[6, 6, 1, 2]` with a window of 2
# gives 1 for the window 6 1. Store indices, and drop the left one when its *place* is out of the
# window.
from collections import deque


def window_peaks(values, size):
    peaks = []
    candidates = deque()
    for index, value in enumerate(values):
        while candidates and candidates[-1] <= value:
            candidates.pop()
        if index >= size and candidates and candidates[0] == values[index - size]:
            candidates.popleft()
        candidates.append(value)
        if index >= size - 1:
            peaks.append(candidates[0])
    return peaks
