from collections import defaultdict


def product(left, right):
    """The product of two matrices {(row, column): value}, without entries of 0."""
    rows = defaultdict(list)
    for (inner, column), value in right.items():
        rows[inner].append((column, value))
    sums = defaultdict(int)
    for (row, inner), factor in left.items():
        for column, value in rows.get(inner, ()):
            sums[row, column] += factor * value
    return {key: total for key, total in sums.items() if total != 0}
