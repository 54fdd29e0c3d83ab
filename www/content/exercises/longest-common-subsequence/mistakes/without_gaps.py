# The longest common *substring*
#
# Here the run ends at the first pair that differs, so the words must be next to each other: of the
# two texts about the train only `is late` is left. A subsequence may skip words on both sides:
# where the words differ, take the larger of the two neighbours instead of 0.
def rouge_l(reference, candidate):
    row, length = [0] * (len(candidate) + 1), 0
    for word in reference:
        above, row = row, [0]
        for j, other in enumerate(candidate, start=1):
            row.append(above[j - 1] + 1 if word == other else 0)
        length = max(length, max(row))
    precision = length / len(candidate) if candidate else 0.0
    recall = length / len(reference) if reference else 0.0
    total = precision + recall
    return length, precision, recall, 2 * precision * recall / total if total else 0.0
