# The ends of a sorted half do not count as inside
#
# `times[low] < wanted` leaves out the record at `low` itself, and `wanted < times[high]` the one
# at `high`: 640 at the first place of `[640, 710, 785, 120, 300, 455]` is looked for on the right.
# The ends belong to the half; only the middle has been looked at already. Use `<=` on the outer
# side.
def find_record(times, wanted):
    low, high = 0, len(times) - 1
    while low <= high:
        middle = (low + high) // 2
        if times[middle] == wanted:
            return middle
        if times[low] <= times[middle]:
            if times[low] < wanted < times[middle]:
                high = middle - 1
            else:
                low = middle + 1
        elif times[middle] < wanted < times[high]:
            low = middle + 1
        else:
            high = middle - 1
    return None
