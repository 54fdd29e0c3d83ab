def find_loop(following, start):
    """(first cluster of the loop, number of clusters in it); None if the chain ends."""
    meeting = meeting_cluster(following, start)
    if meeting is None:
        return None

    # From here and from the start it is equally far to the loop's first cluster.
    first, walker = start, meeting
    while first != walker:
        first = following[first]
        walker = following[walker]

    length = 1
    walker = following[first]
    while walker != first:
        walker = following[walker]
        length += 1
    return first, length


def meeting_cluster(following, start):
    """Where one walker catches up with another of half its speed; None if the chain ends."""
    slow = fast = start
    while fast is not None and following[fast] is not None:
        slow = following[slow]
        fast = following[following[fast]]
        if slow == fast:
            return slow
    return None
