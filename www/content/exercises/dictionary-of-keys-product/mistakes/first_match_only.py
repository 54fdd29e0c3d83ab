# An index that keeps one entry a row
#
# `{k: (j, value)}` has room for one column a row, so of the motor's copper and steel only the one
# stored last is left. A row is a list of entries: `rows.setdefault(k, []).append((j, value))`.
def product(left, right):
    rows = {inner: (column, value) for (inner, column), value in right.items()}
    sums = {}
    for (row, inner), factor in left.items():
        if inner in rows:
            column, value = rows[inner]
            sums[row, column] = sums.get((row, column), 0) + factor * value
    return {key: total for key, total in sums.items() if total != 0}
