# The last record that is left is never looked at
#
# `while low < high` ends when one record remains, without comparing it: in a ring of one record, 7
# is not found in `[7]`. As long as `low` and `high` both belong to the range, it is empty only
# when `low > high`.
def find_record(times, wanted):
    low, high = 0, len(times) - 1
    while low < high:
        middle = (low + high) // 2
        if times[middle] == wanted:
            return middle
        if times[low] <= times[middle]:
            if times[low] <= wanted < times[middle]:
                high = middle - 1
            else:
                low = middle + 1
        elif times[middle] < wanted <= times[high]:
            low = middle + 1
        else:
            high = middle - 1
    return None
