# n^2: sorted once, and then `pop(0)` moves all that is left up by one place.
def merge_segments(segments, gap):
    waiting = sorted(segment for segment in segments if segment[0] < segment[1])
    merged = []
    while waiting:
        start, end = waiting.pop(0)
        if merged and start - merged[-1][1] <= gap:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
