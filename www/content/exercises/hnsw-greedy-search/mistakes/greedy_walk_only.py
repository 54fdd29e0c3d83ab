# A greedy walk, whatever ef is
#
# The walk goes to the best neighbour and ends where none is better. In the trap it never leaves
# node 1, with four results as with one. Keep the other candidates in a heap, and stop only when the
# nearest of them is farther than all `ef` results.
def search_layer(vectors, neighbours, query, entry, ef):
    known = {entry: (squared_distance(vectors[entry], query), entry)}
    node = entry
    while True:
        for other in neighbours[node]:
            if other not in known:
                known[other] = (squared_distance(vectors[other], query), other)
        best = min([node, *neighbours[node]], key=known.get)
        if best == node:
            break
        node = best
    return sorted(known, key=known.get)[:ef], len(known)


def squared_distance(a, b):
    return sum((x - y) ** 2 for x, y in zip(a, b))
