import math


def word_errors(reference, hypothesis):
    """(word error rate, alignment as pairs of a reference word and a hypothesis word or None)."""
    table = cost_table(reference, hypothesis)
    errors = table[-1][-1]
    if reference:
        rate = errors / len(reference)
    else:
        rate = math.inf if hypothesis else 0.0
    return rate, walk_back(reference, hypothesis, table)


def cost_table(reference, hypothesis):
    """Row i, column j: the cost of turning the first i words into the first j."""
    table = [list(range(len(hypothesis) + 1))]
    for i, said in enumerate(reference, start=1):
        above = table[-1]
        row = [i]
        for j, heard in enumerate(hypothesis, start=1):
            paired = above[j - 1] + (said != heard)
            row.append(min(paired, above[j] + 1, row[j - 1] + 1))
        table.append(row)
    return table


def walk_back(reference, hypothesis, table):
    """From the last cell to the first, at each step to a neighbour that explains the cost."""

    def differ(i, j):
        return reference[i - 1] != hypothesis[j - 1]

    i, j = len(reference), len(hypothesis)
    alignment = []
    while i > 0 or j > 0:
        if i > 0 and j > 0 and table[i][j] == table[i - 1][j - 1] + differ(i, j):
            i, j = i - 1, j - 1
            alignment.append((reference[i], hypothesis[j]))
        elif i > 0 and table[i][j] == table[i - 1][j] + 1:
            i -= 1
            alignment.append((reference[i], None))
        else:
            j -= 1
            alignment.append((None, hypothesis[j]))
    alignment.reverse()
    return alignment
