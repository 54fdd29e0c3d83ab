# Precision and recall are exchanged
#
# Precision asks how much of what was *written* is right: it divides by the candidate. Recall asks
# how much of what was *wanted* is there: it divides by the reference. For `six calls` against four
# words they are 1 / 2 and 1 / 4. The F1 is the same either way, which hides the slip.
def rouge_l(reference, candidate):
    row = [0] * (len(candidate) + 1)
    for word in reference:
        above, row = row, [0]
        for j, other in enumerate(candidate, start=1):
            row.append(above[j - 1] + 1 if word == other else max(above[j], row[j - 1]))
    length = row[-1]
    precision = length / len(reference) if reference else 0.0
    recall = length / len(candidate) if candidate else 0.0
    total = precision + recall
    return length, precision, recall, 2 * precision * recall / total if total else 0.0
