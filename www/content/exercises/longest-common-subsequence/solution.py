def rouge_l(reference, candidate):
    """(length of the longest common subsequence, precision, recall, F1)."""
    length = common_length(reference, candidate)
    precision = share(length, len(candidate))
    recall = share(length, len(reference))
    return length, precision, recall, share(2 * precision * recall, precision + recall)


def common_length(first, second):
    """Row by row; entry j belongs to the words of `first` so far and the first j of `second`."""
    row = [0] * (len(second) + 1)
    for word in first:
        above = row
        row = [0]
        for j, other in enumerate(second, start=1):
            row.append(above[j - 1] + 1 if word == other else max(above[j], row[j - 1]))
    return row[-1]


def share(part, whole):
    return part / whole if whole else 0.0
