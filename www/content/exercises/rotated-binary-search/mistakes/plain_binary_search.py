# An ordinary binary search
#
# It goes right whenever the middle is too small, and left otherwise. The middle of `[640, 710,
# 785, 120, 300, 455]` is 785; 300 is smaller, so everything to the right is thrown away, and 300
# with it. Find out first which half is sorted: only there do two comparisons tell whether `wanted`
# is inside.
def find_record(times, wanted):
    low, high = 0, len(times) - 1
    while low <= high:
        middle = (low + high) // 2
        if times[middle] == wanted:
            return middle
        if times[middle] < wanted:
            low = middle + 1
        else:
            high = middle - 1
    return None
