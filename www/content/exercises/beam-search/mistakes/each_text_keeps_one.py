# Each text continues with its best token only
#
# After the first round these are several greedy searches side by side. With width 3, "turn
# left" and "turn right" both belong among the best three, but "turn" may keep only one of them.
# Put all continuations of all texts in one list, and choose from that.
def beam_search(table, start, end, width, rounds):
    beam = [((), 0.0)]
    for round_number in range(rounds):
        candidates = []
        for text, score in beam:
            if text[-1:] == (end,):
                candidates.append((text, score))
                continue
            successors = table[text[-1] if text else start].items()
            ordered = sorted(successors, key=lambda found: (-found[1], found[0]))
            for token, log in ordered[: width if round_number == 0 else 1]:
                candidates.append((text + (token,), score + log))
        beam = sorted(candidates, key=lambda found: (-found[1], found[0]))[:width]
    return beam
