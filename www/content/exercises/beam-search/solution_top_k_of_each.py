import heapq


def beam_search(table, start, end, width, rounds):
    """Returns [(text, score), ...], at most `width` of them, best first.

    No list of candidates: for each text only its `width` likeliest tokens can survive, and one pass
    over the successors finds them. This is what a batched implementation does with top-k on rows.
    """
    beam = [(0.0, ())]  # (cost, text): the smallest tuple is the best
    for _ in range(rounds):
        finished = [entry for entry in beam if entry[1][-1:] == (end,)]
        if len(finished) == len(beam):
            break
        candidates = finished
        for cost, text in beam:
            if text[-1:] != (end,):
                successors = table[text[-1] if text else start]
                likeliest = heapq.nsmallest(
                    width, ((-log, token) for token, log in successors.items())
                )
                candidates += [(cost + more, text + (token,)) for more, token in likeliest]
        beam = sorted(candidates)[:width]
    return [(text, -cost) for cost, text in beam]
