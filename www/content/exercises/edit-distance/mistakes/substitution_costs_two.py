# A substitution costs 2
#
# As a deletion and an insertion, a wrong word counts twice: "all wrong" gets a rate of 2 instead
# of 1. That measure belongs to longest common subsequences. In the word error rate a substituted
# word is one error: the diagonal step costs `said != heard`, 0 or 1.
import math


def word_errors(reference, hypothesis):
    n, m = len(reference), len(hypothesis)
    table = [[i + j for j in range(m + 1)] for i in range(n + 1)]
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            step = 0 if reference[i - 1] == hypothesis[j - 1] else 2
            table[i][j] = min(table[i - 1][j - 1] + step, table[i - 1][j] + 1, table[i][j - 1] + 1)
    i, j = n, m
    alignment = []
    while i > 0 or j > 0:
        step = 2 if i > 0 and j > 0 and reference[i - 1] != hypothesis[j - 1] else 0
        if i > 0 and j > 0 and table[i][j] == table[i - 1][j - 1] + step:
            i, j = i - 1, j - 1
            alignment.append((reference[i], hypothesis[j]))
        elif i > 0 and table[i][j] == table[i - 1][j] + 1:
            i -= 1
            alignment.append((reference[i], None))
        else:
            j -= 1
            alignment.append((None, hypothesis[j]))
    rate = table[n][m] / n if n else (math.inf if m else 0.0)
    return rate, alignment[::-1]
