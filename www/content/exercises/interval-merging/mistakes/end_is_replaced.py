# The end of the newer segment replaces the end
#
# A segment that lies inside another ends earlier. Joining (0, 1000) and (200, 300) this way cuts
# 700 ms of speech off: (0, 300). Sorting is by start and promises nothing about ends; take `max` of
# both.
def merge_segments(segments, gap):
    merged = []
    for start, end in sorted(segments):
        if start == end:
            continue
        if merged and start - merged[-1][1] <= gap:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged
