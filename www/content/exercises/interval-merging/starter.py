def merge_segments(segments, gap):
    """Segments joined across silences of at most `gap` milliseconds, ascending."""
    return segments
