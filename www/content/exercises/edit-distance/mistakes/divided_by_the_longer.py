# Divided by the longer text
#
# Dividing by the larger of both lengths keeps the rate below 1, and makes it another measure:
# inserted words enlarge the divisor that they are compared with. For `stop` heard as `uh the stop`
# the word error rate is 2 / 1. Divide by the number of words that were said.
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
        step = i > 0 and j > 0 and reference[i - 1] != hypothesis[j - 1]
        if i > 0 and j > 0 and table[i][j] == table[i - 1][j - 1] + step:
            i, j = i - 1, j - 1
            alignment.append((reference[i], hypothesis[j]))
        elif i > 0 and table[i][j] == table[i - 1][j] + 1:
            i -= 1
            alignment.append((reference[i], None))
        else:
            j -= 1
            alignment.append((None, hypothesis[j]))
    return table[n][m] / max(n, m, 1), alignment[::-1]
