# Finished texts leave the competition
#
# They are put aside, and their places go to texts that should have dropped out. With width 2
# and "." finished after one round, one place is left, and of "a" with −0.5 and "b" with −0.75
# the second has to go; here it stays and comes in second at the end. Some toolkits work this
# way. In this task a finished text takes part in the next round's choice, with its score.
def beam_search(table, start, end, width, rounds):
    beam = [((), 0.0)]
    finished = []
    for _ in range(rounds):
        candidates = [
            (text + (token,), score + log)
            for text, score in beam
            for token, log in table[text[-1] if text else start].items()
        ]
        candidates.sort(key=lambda found: (-found[1], found[0]))
        finished += [found for found in candidates[:width] if found[0][-1] == end]
        beam = [found for found in candidates if found[0][-1] != end][:width]
        if not beam:
            break
    return sorted(finished + beam, key=lambda found: (-found[1], found[0]))[:width]
