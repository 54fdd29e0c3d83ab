# Ties are decided in another order
#
# The cost is right, but the way back takes a deletion or an insertion wherever one is possible,
# before it looks at the diagonal. For `play some jazz` heard as `play jazz now` that gives a
# deleted *some* and an inserted *now*. The task prefers to pair the last two words: test the
# diagonal first.
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
    while i > 0 or j > 0:
        if i > 0 and table[i][j] == table[i - 1][j] + 1:
            i -= 1
            alignment.append((reference[i], None))
        elif j > 0 and table[i][j] == table[i][j - 1] + 1:
            j -= 1
            alignment.append((None, hypothesis[j]))
        else:
            i, j = i - 1, j - 1
            alignment.append((reference[i], hypothesis[j]))
    rate = table[n][m] / n if n else (math.inf if m else 0.0)
    return rate, alignment[::-1]
