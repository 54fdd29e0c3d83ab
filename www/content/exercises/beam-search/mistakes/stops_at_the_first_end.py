# The search stops at the first finished text
#
# The others in the beam are left in mid-sentence: with "." finished after one round, "yes"
# comes back without its continuation. An open text can still gain places on other open ones.
# Stop when *all* texts are finished, or when the rounds are over.
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
        beam = sorted(candidates, key=lambda found: (-found[1], found[0]))[:width]
        if any(text[-1] == end for text, _ in beam):
            break
    return beam
