# n^2: looks through all waiting candidates for the nearest one.
def search_layer(vectors, neighbours, query, entry, ef):
    first = (squared_distance(vectors[entry], query), entry)
    seen, candidates, results = {entry}, [first], [first]
    while candidates:
        nearest = min(candidates)
        candidates.remove(nearest)
        if len(results) >= ef and nearest > max(results):
            break
        for node in neighbours[nearest[1]]:
            if node not in seen:
                seen.add(node)
                found = (squared_distance(vectors[node], query), node)
                if len(results) < ef or found < max(results):
                    candidates.append(found)
                    results.append(found)
                    if len(results) > ef:
                        results.remove(max(results))
    return [node for _, node in sorted(results)], len(seen)


def squared_distance(a, b):
    return sum((x - y) ** 2 for x, y in zip(a, b))
