# One row, read after it was overwritten
#
# With a single row, `row[j - 1]` is already the new value when cell j is computed, so one
# reference word is matched again and again: `ha` against `ha ha ha` gives 3. Keep the old value of
# `row[j - 1]` in a variable before you write over it, or build a new row from the old one.
def rouge_l(reference, candidate):
    row = [0] * (len(candidate) + 1)
    for word in reference:
        for j, other in enumerate(candidate, start=1):
            row[j] = row[j - 1] + 1 if word == other else max(row[j], row[j - 1])
    length = row[-1]
    precision = length / len(candidate) if candidate else 0.0
    recall = length / len(reference) if reference else 0.0
    total = precision + recall
    return length, precision, recall, 2 * precision * recall / total if total else 0.0
