def rouge_l(reference, candidate):
    """(length of the longest common subsequence, precision, recall, F1).

    Neighbours in a row of the table differ by 0 or 1, so a row fits into the bits of an integer: a
    0 at bit j says that entry j + 1 is one more than entry j. An addition carries changes along the
    row, 64 cells in one machine instruction.
    """
    bits_of = {}
    for place, word in enumerate(candidate):
        bits_of[word] = bits_of.get(word, 0) | 1 << place
    full = (1 << len(candidate)) - 1
    row = full
    for word in reference:
        matches = row & bits_of.get(word, 0)
        row = (row + matches | row - matches) & full
    length = len(candidate) - row.bit_count()
    precision = share(length, len(candidate))
    recall = share(length, len(reference))
    return length, precision, recall, share(2 * precision * recall, precision + recall)


def share(part, whole):
    return part / whole if whole else 0.0
