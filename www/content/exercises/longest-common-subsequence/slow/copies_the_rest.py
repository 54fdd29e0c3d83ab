# n^3: the table is kept, and every look into it first copies what is left of a text.
def rouge_l(reference, candidate):
    known = {}

    def common(i, j):
        return known.get((i, j), 0)

    for i in range(len(reference) - 1, -1, -1):
        for j in range(len(candidate) - 1, -1, -1):
            first, rest = reference[i], candidate[j:]
            if first == rest[0]:
                known[i, j] = 1 + common(i + 1, j + 1)
            else:
                known[i, j] = max(common(i + 1, j), common(i, j + 1))
    length = common(0, 0)
    precision = length / len(candidate) if candidate else 0.0
    recall = length / len(reference) if reference else 0.0
    together = precision + recall
    return length, precision, recall, 2 * precision * recall / together if together else 0.0
