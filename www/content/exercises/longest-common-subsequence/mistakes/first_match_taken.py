# Each word takes the first match there is
#
# Going through one text and taking the next place in the other uses up everything before that
# place. For the candidate `e a b c d` and the reference `a b c d e` the `e` is taken first, and
# nothing is left behind it. Whether to skip a match cannot be told from the front; the table keeps
# both possibilities.
def rouge_l(reference, candidate):
    length, start = 0, 0
    for word in candidate:
        if word in reference[start:]:
            start = reference.index(word, start) + 1
            length += 1
    precision = length / len(candidate) if candidate else 0.0
    recall = length / len(reference) if reference else 0.0
    total = precision + recall
    return length, precision, recall, 2 * precision * recall / total if total else 0.0
