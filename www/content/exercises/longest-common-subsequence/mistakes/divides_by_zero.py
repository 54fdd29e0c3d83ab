# Nothing in common, and a division by zero
#
# Without a common word precision and recall are both 0, and so is their sum: `bring milk` raises
# `ZeroDivisionError` in the F1. An empty text does the same one step earlier. Each of the three
# quotients needs the answer 0.0 for a divisor of 0.
def rouge_l(reference, candidate):
    row = [0] * (len(candidate) + 1)
    for word in reference:
        above, row = row, [0]
        for j, other in enumerate(candidate, start=1):
            row.append(above[j - 1] + 1 if word == other else max(above[j], row[j - 1]))
    length = row[-1]
    precision = length / len(candidate)
    recall = length / len(reference)
    return length, precision, recall, 2 * precision * recall / (precision + recall)
