# A half of one record is not taken for sorted
#
# When two records are left, `low` and `middle` are the same place, and `times[low] <
# times[middle]` is false: the search believes that the fall is in the left half. In `[3, 1]` it
# then looks for 1 to the left of 3 and finds nothing. One record is sorted: compare with `<=`.
def find_record(times, wanted):
    low, high = 0, len(times) - 1
    while low <= high:
        middle = (low + high) // 2
        if times[middle] == wanted:
            return middle
        if times[low] < times[middle]:
            if times[low] <= wanted < times[middle]:
                high = middle - 1
            else:
                low = middle + 1
        elif times[middle] < wanted <= times[high]:
            low = middle + 1
        else:
            high = middle - 1
    return None
