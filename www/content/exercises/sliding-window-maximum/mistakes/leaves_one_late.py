# A value leaves one step too late
#
# At `index` the window begins at `index - size + 1`, so the place `index - size` is already
# outside. Testing `< index - size` keeps it once more: `[9, 7, 5, 3, 1]` with a window of 3 gives
# 9 twice. Compare with `<=`.
from collections import deque


def window_peaks(values, size):
    peaks = []
    candidates = deque()
    for index, value in enumerate(values):
        while candidates and values[candidates[-1]] <= value:
            candidates.pop()
        candidates.append(index)
        if candidates[0] < index - size:
            candidates.popleft()
        if index >= size - 1:
            peaks.append(values[candidates[0]])
    return peaks
