def window_peaks(values, size):
    """The maximum of each whole window of `size` neighbouring values, from left to right.

    Cut the signal into blocks of `size`. A window covers the end of one block and the beginning of
    the next, so its maximum is the larger of two running maxima: one taken from the right, one
    from the left. No queue, the same work for every value: this is how image filters do it.
    """
    count = len(values)
    to_block_end = list(values)
    from_block_start = list(values)
    for index in range(1, count):
        if index % size:
            from_block_start[index] = max(from_block_start[index - 1], values[index])
    for index in range(count - 2, -1, -1):
        if (index + 1) % size:
            to_block_end[index] = max(to_block_end[index + 1], values[index])
    return [
        max(to_block_end[start], from_block_start[start + size - 1])
        for start in range(count - size + 1)
    ]
