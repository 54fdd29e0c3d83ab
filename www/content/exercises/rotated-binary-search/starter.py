def find_record(times, wanted):
    """The index of `wanted` in a rising list that was rotated; None if it is not there."""
    low, high = 0, len(times) - 1
    return None
