# The caller's list is sorted
#
# `segments.sort()` puts the argument itself in order. The result is right, and whoever still needs
# the order of arrival, to match segments with speakers for example, has lost it. `sorted(segments)`
# makes a new list for the same n log n.
def merge_segments(segments, gap):
    segments.sort()
    merged = []
    for start, end in segments:
        if start == end:
            continue
        if merged and start - merged[-1][1] <= gap:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
