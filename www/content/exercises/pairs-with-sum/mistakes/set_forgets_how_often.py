# A set of amounts forgets how often each was booked
#
# In `{300, 950, ...}` the second 300 is gone, so every pair has one way, and two bookings of 625
# look like one. A `Counter` finds a partner as fast as a set does, and knows how many there are.
def pairs_with_sum(amounts, target):
    present = set(amounts)
    pairs = []
    for low in present:
        high = target - low
        if low < high and high in present:
            pairs.append((low, high, 1))
    return sorted(pairs)
