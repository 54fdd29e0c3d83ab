# n^2: `in` searches the list of all clusters that were seen, at every step.
def find_loop(following, start):
    seen = []
    while start is not None:
        if start in seen:
            return start, len(seen) - seen.index(start)
        seen.append(start)
        start = following[start]
    return None
