def find_record(times, wanted):
    """The index of `wanted` in a rising list that was rotated; None if it is not there."""
    low, high = 0, len(times) - 1
    while low <= high:
        middle = (low + high) // 2
        if times[middle] == wanted:
            return middle
        if times[low] <= times[middle]:  # the fall is not in the left half: it is sorted
            if times[low] <= wanted < times[middle]:
                high = middle - 1
            else:
                low = middle + 1
        elif times[middle] < wanted <= times[high]:
            low = middle + 1
        else:
            high = middle - 1
    return None
