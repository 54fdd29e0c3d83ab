# Empty segments are dropped too late
#
# Filtering the result removes empty segments that stayed alone, but one in the middle of a silence
# has already done its work: it joined (0, 100) and (220, 300) across 120 ms, with a gap of 60.
# Filter what goes in.
def merge_segments(segments, gap):
    merged = []
    for start, end in sorted(segments):
        if merged and start - merged[-1][1] <= gap:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return [(start, end) for start, end in merged if start < end]
