def merge_segments(segments, gap):
    """Segments joined across silences of at most `gap` milliseconds, ascending.

    A sweep over events: +1 where somebody starts, −1 where they end. The same loop tells how many
    speak at once, which is why it is worth knowing; here only zero or not zero matters.
    """
    events = []
    for start, end in segments:
        if start < end:
            events += [(start, 0, 1), (end + gap, 1, -1)]  # at the same time, starts come first
    merged = []
    speaking = 0
    for time, _, change in sorted(events):
        if speaking == 0:
            began = time
        speaking += change
        if speaking == 0:
            merged.append((began, time - gap))
    return merged
