def merge_runs(runs):
    """All records `(time_ms, message)` of the sorted runs in one list, in the order of time.

    No heap: merge neighbours in pairs until one run is left. Every round moves each record once,
    and there are log k rounds. It needs all runs in memory, and gives nothing until the last round.
    """
    while len(runs) > 1:
        pairs = [runs[start : start + 2] for start in range(0, len(runs), 2)]
        runs = [merge_two(*pair) if len(pair) == 2 else pair[0] for pair in pairs]
    return list(runs[0]) if runs else []


def merge_two(first, second):
    merged = []
    i = j = 0
    while i < len(first) and j < len(second):
        if second[j][0] < first[i][0]:  # on a tie the first run goes first
            merged.append(second[j])
            j += 1
        else:
            merged.append(first[i])
            i += 1
    merged.extend(first[i:])
    merged.extend(second[j:])
    return merged
