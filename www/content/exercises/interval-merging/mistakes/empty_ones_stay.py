# Segments without length build bridges
#
# (160, 160) holds no sound. Left in, it stands in the middle of the silence from 100 to 220 and
# splits it into twice 60 ms, so both halves are bridged; and alone it appears in the result. Drop
# such segments before you compare.
def merge_segments(segments, gap):
    merged = []
    for start, end in sorted(segments):
        if merged and start - merged[-1][1] <= gap:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
