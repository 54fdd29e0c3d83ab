import heapq


def beam_search(table, start, end, width, rounds):
    """Returns [(text, score), ...], at most `width` of them, best first."""
    beam = [((), 0.0)]
    for _ in range(rounds):
        if all(is_finished(text, end) for text, _ in beam):
            break
        candidates = []
        for text, score in beam:
            if is_finished(text, end):
                candidates.append((text, score))
                continue
            last = text[-1] if text else start
            for token, log_probability in table[last].items():
                candidates.append((text + (token,), score + log_probability))
        beam = heapq.nsmallest(width, candidates, key=rank)
    return beam


def is_finished(text, end):
    return text[-1:] == (end,)


def rank(hypothesis):
    """Smaller is better: high scores first, then the smaller text."""
    text, score = hypothesis
    return -score, text
