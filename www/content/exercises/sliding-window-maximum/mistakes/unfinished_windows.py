# Windows that are not full yet are reported too
#
# There is one answer a *whole* window, n − size + 1 of them. Here every value gives one from the
# first on: `[2, 9, 4, 1, 7]` with a window of 3 begins with 2 and 9, which are maxima of one and
# of two values. Append only from `index = size - 1` on.
from collections import deque


def window_peaks(values, size):
    peaks = []
    candidates = deque()
    for index, value in enumerate(values):
        while candidates and values[candidates[-1]] <= value:
            candidates.pop()
        candidates.append(index)
        if candidates[0] <= index - size:
            candidates.popleft()
        peaks.append(values[candidates[0]])
    return peaks
