def find_record(times, wanted):
    """The index of `wanted` in a rising list that was rotated; None if it is not there.

    Two plain searches: where does the oldest record stand, and then an ordinary binary search in
    the order of time, with indices taken around the ring. Twice the reads, half the cases to think
    about; and the place of the oldest record can be kept for the next search.
    """
    count = len(times)
    oldest = place_of_oldest(times)
    low, high = 0, count
    while low < high:
        middle = (low + high) // 2
        if times[(oldest + middle) % count] < wanted:
            low = middle + 1
        else:
            high = middle
    place = (oldest + low) % count if low < count else None
    return place if place is not None and times[place] == wanted else None


def place_of_oldest(times):
    low, high = 0, len(times) - 1
    while low < high:
        middle = (low + high) // 2
        if times[middle] > times[high]:
            low = middle + 1  # the fall is to the right of the middle
        else:
            high = middle
    return low
