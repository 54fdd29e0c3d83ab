# The first row and column are zeros
#
# Then words at the beginning may be skipped for nothing: `uh the stop` for `stop` costs 0. That is
# how one finds a phrase inside a longer text. Here every skipped word is an error, so cell (i, 0)
# costs i deletions and cell (0, j) costs j insertions.
import math


def word_errors(reference, hypothesis):
    n, m = len(reference), len(hypothesis)
    table = [[0] * (m + 1) for _ in range(n + 1)]
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            step = reference[i - 1] != hypothesis[j - 1]
            table[i][j] = min(table[i - 1][j - 1] + step, table[i - 1][j] + 1, table[i][j - 1] + 1)
    i, j = n, m
    alignment = []
    while i > 0 or j > 0:
        step = i > 0 and j > 0 and reference[i - 1] != hypothesis[j - 1]
        if i > 0 and j > 0 and table[i][j] == table[i - 1][j - 1] + step:
            i, j = i - 1, j - 1
            alignment.append((reference[i], hypothesis[j]))
        elif i > 0 and (j == 0 or table[i][j] == table[i - 1][j] + 1):
            i -= 1
            alignment.append((reference[i], None))
        else:
            j -= 1
            alignment.append((None, hypothesis[j]))
    rate = table[n][m] / n if n else (math.inf if m else 0.0)
    return rate, alignment[::-1]
