# Each segment is compared with the one before it, not with the result
#
# After (0, 1000) and (100, 200) the speech lasts until 1000, but the previous *segment* ended at
# 200. So (600, 1200) is taken for a new one although it overlaps. Compare with the end of the last
# result, which remembers the latest end.
def merge_segments(segments, gap):
    merged = []
    before = None
    for start, end in sorted(segments):
        if start == end:
            continue
        if before is not None and start - before <= gap:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
        before = end
    return merged
