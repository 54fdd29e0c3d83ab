# n log n: all continuations are put in order, though only a few of them stay.
def beam_search(table, start, end, width, rounds):
    beam = [((), 0.0)]
    for _ in range(rounds):
        candidates = []
        for text, score in beam:
            if text[-1:] == (end,):
                candidates.append((text, score))
                continue
            for token, log_probability in table[text[-1] if text else start].items():
                candidates.append((text + (token,), score + log_probability))
        beam = sorted(candidates, key=lambda found: (-found[1], found[0]))[:width]
    return beam
