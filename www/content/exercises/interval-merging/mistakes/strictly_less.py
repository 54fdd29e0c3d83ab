# A silence exactly as long as the gap separates
#
# `gap` is the longest silence that is *bridged*: between 700 and 900 lie 200 ms, and with a gap of
# 200 they are joined. With `<` even segments that touch stay apart when the gap is 0. Compare with
# `<=`.
def merge_segments(segments, gap):
    merged = []
    for start, end in sorted(segments):
        if start == end:
            continue
        if merged and start - merged[-1][1] < gap:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
