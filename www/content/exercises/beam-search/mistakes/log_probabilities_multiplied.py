# Log-probabilities are multiplied
#
# Probabilities are multiplied; their logarithms are added. A product of two negative numbers is
# positive, so two unlikely words make a text look excellent: −1 times −1.75 is 1.75. Begin with
# 0 and add.
def beam_search(table, start, end, width, rounds):
    beam = [((), 1.0)]
    for _ in range(rounds):
        candidates = []
        for text, score in beam:
            if text[-1:] == (end,):
                candidates.append((text, score))
                continue
            for token, log in table[text[-1] if text else start].items():
                candidates.append((text + (token,), score * log))
        beam = sorted(candidates, key=lambda found: (-found[1], found[0]))[:width]
    return beam
