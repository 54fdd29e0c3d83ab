# n: looks at one time after the other.
def find_record(times, wanted):
    return times.index(wanted) if wanted in times else None
