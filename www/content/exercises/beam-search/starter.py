def beam_search(table, start, end, width, rounds):
    """Returns [(text, score), ...], at most `width` of them, best first."""
    return [((), 0.0)]
