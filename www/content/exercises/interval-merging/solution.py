def merge_segments(segments, gap):
    """Segments joined across silences of at most `gap` milliseconds, ascending."""
    merged = []
    for start, end in sorted(segments):
        if start == end:
            continue
        if merged and start - merged[-1][1] <= gap:
            first, last = merged[-1]
            merged[-1] = (first, max(last, end))
        else:
            merged.append((start, end))
    return merged
