# The index belongs to another list
#
# Sorting first makes the search easy, and it answers another question: in the sorted list 300 is
# at index 1, in the ring at index 4. It also costs n log n, more than a look at every record. If
# you search in the order of time, add the place of the oldest record and take the sum modulo n.
from bisect import bisect_left


def find_record(times, wanted):
    ordered = sorted(times)
    place = bisect_left(ordered, wanted)
    if place < len(ordered) and ordered[place] == wanted:
        return place
    return None
