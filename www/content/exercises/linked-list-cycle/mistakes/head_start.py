# The fast walker has a head start
#
# With `fast = following[start]` the comparison can stand at the top of the loop, and a loop is
# still noticed. But now the two have walked $s$ and $2s + 1$ steps, and the second phase, which
# needs the difference to be whole rounds, is one step off: in `[1, 2, 3, 4, 2]` its walkers follow
# each other round for ever. Start both at `start` and compare after the steps.
def find_loop(following, start):
    if start is None:
        return None
    slow, fast = start, following[start]
    while slow != fast:
        if fast is None or following[fast] is None:
            return None
        slow = following[slow]
        fast = following[following[fast]]
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
