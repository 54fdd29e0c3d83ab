# The way back stops at the table's border
#
# `while i > 0 and j > 0` ends as soon as one text is used up, and what is left of the other never
# gets into the alignment: of `uh the stop` for `stop` only the last pair comes back. Go on until
# *both* are at 0; along the border only one kind of step is possible.
import math


def word_errors(reference, hypothesis):
    n, m = len(reference), len(hypothesis)
    table = [[i + j for j in range(m + 1)] for i in range(n + 1)]
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            step = reference[i - 1] != hypothesis[j - 1]
            table[i][j] = min(table[i - 1][j - 1] + step, table[i - 1][j] + 1, table[i][j - 1] + 1)
    i, j = n, m
    alignment = []
    while i > 0 and j > 0:
        if table[i][j] == table[i - 1][j - 1] + (reference[i - 1] != hypothesis[j - 1]):
            i, j = i - 1, j - 1
            alignment.append((reference[i], hypothesis[j]))
        elif table[i][j] == table[i - 1][j] + 1:
            i -= 1
            alignment.append((reference[i], None))
        else:
            j -= 1
            alignment.append((None, hypothesis[j]))
    rate = table[n][m] / n if n else (math.inf if m else 0.0)
    return rate, alignment[::-1]
