# The steps of the second phase are counted as the length
#
# Bringing one walker back to `start` and walking until both are equal takes as many steps as the
# lead is long, not the loop. In `[1, 2, 3, 4, 2]` that is 2, while the loop is 2, 3, 4. Walk once
# round from the first cluster and count those steps.
def find_loop(following, start):
    slow = fast = start
    while fast is not None and following[fast] is not None:
        slow = following[slow]
        fast = following[following[fast]]
        if slow == fast:
            first, length = start, 0
            while first != slow:
                first = following[first]
                slow = following[slow]
                length += 1
            return first, length
    return None
