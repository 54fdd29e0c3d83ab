def find_loop(following, start):
    """(first cluster of the loop, number of clusters in it); None if the chain ends.

    Brent's way: one walker, and a marker that is put down anew after 1, 2, 4, 8, … steps. It finds
    the length first and reads the table less often than two walkers do.
    """
    marker = walker = start
    length, stride = 0, 1
    while walker is not None:
        walker = following[walker]
        length += 1
        if walker == marker:
            break
        if length == stride:
            marker, stride, length = walker, 2 * stride, 0
    else:
        return None

    first = ahead = start
    for _ in range(length):
        ahead = following[ahead]
    while first != ahead:
        first = following[first]
        ahead = following[ahead]
    return first, length
