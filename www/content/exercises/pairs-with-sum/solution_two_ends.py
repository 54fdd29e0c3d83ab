def pairs_with_sum(amounts, target):
    """All (low, high, ways) with low + high == target and low <= high, ascending.

    Sorts a copy and closes in from both ends: no hash table, and nothing to sort at the end.
    """
    ordered = sorted(amounts)
    left, right = 0, len(ordered) - 1
    pairs = []
    while left < right:
        low, high = ordered[left], ordered[right]
        if low + high < target:
            left += 1
        elif low + high > target:
            right -= 1
        elif low == high:
            times = right - left + 1
            pairs.append((low, high, times * (times - 1) // 2))
            break
        else:
            low_times = run_length(ordered, left, 1)
            high_times = run_length(ordered, right, -1)
            pairs.append((low, high, low_times * high_times))
            left += low_times
            right -= high_times
    return pairs


def run_length(ordered, start, step):
    """How often the value at `start` is repeated in the direction of `step`."""
    place = start
    while 0 <= place < len(ordered) and ordered[place] == ordered[start]:
        place += step
    return abs(place - start)
