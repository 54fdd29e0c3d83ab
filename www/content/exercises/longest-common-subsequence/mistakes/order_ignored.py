# Words are counted, their order is not
#
# This is ROUGE-1. `train` and `Oslo` stand in another order in the two texts, so only one of them
# can be in a common subsequence: 4 words, not 5. Compare the texts place by place in a table of
# beginnings.
from collections import Counter


def rouge_l(reference, candidate):
    length = sum((Counter(reference) & Counter(candidate)).values())
    precision = length / len(candidate) if candidate else 0.0
    recall = length / len(reference) if reference else 0.0
    total = precision + recall
    return length, precision, recall, 2 * precision * recall / total if total else 0.0
