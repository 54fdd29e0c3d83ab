# The second half of the double step is not checked
#
# The loop asks whether `fast` is there, and then steps twice. When `fast` is the last cluster of a
# chain, `following[fast]` is `None`, and `following[None]` raises `TypeError`: with five clusters
# the walker goes 0, 2, 4, and falls off. Check `following[fast]` as well before you step.
def find_loop(following, start):
    slow = fast = start
    while fast is not None:
        slow = following[slow]
        fast = following[following[fast]]
        if slow == fast and slow is not None:
            break
    if fast is None:
        return None
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
