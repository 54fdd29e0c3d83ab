# The meeting place is taken for the beginning of the loop
#
# The fast walker catches up somewhere inside the loop, and where depends on the lead. In
# `[1, 2, 3, 4, 2]` from 0 they meet at 3, while the loop begins at 2. Send one walker back to
# `start` and let both go one step at a time: they are equal again at the loop's first cluster.
def find_loop(following, start):
    slow = fast = start
    while fast is not None and following[fast] is not None:
        slow = following[slow]
        fast = following[following[fast]]
        if slow == fast:
            length = 1
            walker = following[slow]
            while walker != slow:
                walker = following[walker]
                length += 1
            return slow, length
    return None
