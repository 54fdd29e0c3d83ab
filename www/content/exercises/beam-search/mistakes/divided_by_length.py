# Scores are compared per token
#
# Dividing by the length is a common cure for beams that prefer short texts, but it is another
# task: "yes sir ." has −0.33 a token and "." −1, so the short text falls behind although both
# sums are −1. Compare the sums.
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
        beam = sorted(candidates, key=lambda found: (-found[1] / len(found[0]), found[0]))[:width]
    return beam
