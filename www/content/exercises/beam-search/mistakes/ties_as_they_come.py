# Equal scores stay in the order of the table
#
# Sorting is stable, so of equals the one that was listed first wins, and a table with its
# entries in another order gives other texts. A test that passes on your machine then fails on
# the next. Make the text itself the second key: `(-score, text)`.
def beam_search(table, start, end, width, rounds):
    beam = [((), 0.0)]
    for _ in range(rounds):
        candidates = []
        for text, score in beam:
            if text[-1:] == (end,):
                candidates.append((text, score))
                continue
            for token, log in table[text[-1] if text else start].items():
                candidates.append((text + (token,), score + log))
        beam = sorted(candidates, key=lambda found: -found[1])[:width]
    return beam
