from collections import deque


def window_peaks(values, size):
    """The maximum of each whole window of `size` neighbouring values, from left to right."""
    peaks = []
    candidates = deque()  # indices in order; their values fall from left to right
    for index, value in enumerate(values):
        while candidates and values[candidates[-1]] <= value:
            candidates.pop()  # older and no larger: it can never be a maximum again
        candidates.append(index)
        if candidates[0] <= index - size:
            candidates.popleft()
        if index >= size - 1:
            peaks.append(values[candidates[0]])
    return peaks
