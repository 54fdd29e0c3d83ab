# The segments are not sorted
#
# The loop compares each segment with the last result only, which is enough if starts ascend. A
# detector that works on several channels gives (900, 1400) before (0, 500); the second is then
# taken to overlap the first, because its start is not later. Walk `sorted(segments)`.
def merge_segments(segments, gap):
    merged = []
    for start, end in segments:
        if start == end:
            continue
        if merged and start - merged[-1][1] <= gap:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
