# Cluster 0 is taken for the end of the chain
#
# `while fast and following[fast]` stops at `None` and at 0, because 0 counts as false. In the loop
# `[1, 2, 3, 0]` the fast walker starts at 0, and the search ends before its first step. Ask what
# you mean: `is not None`.
def find_loop(following, start):
    slow = fast = start
    while fast and following[fast]:
        slow = following[slow]
        fast = following[following[fast]]
        if slow == fast:
            first = start
            while first != slow:
                first = following[first]
                slow = following[slow]
            length = 1
            walker = following[first]
            while walker != first:
                walker = following[walker]
                length += 1
            return first, length
    return None
