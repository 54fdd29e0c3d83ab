# Columns are matched with columns
#
# Both keys are read as (row, column) and their columns compared: that is left · rightᵀ. The label
# that both share is second in the keys of `left` and first in those of `right`. Unpack them as
# `(i, k)` and `(k, j)`, and the names keep you right.
def product(left, right):
    sums = {}
    for (row, inner), factor in left.items():
        for (column, other), value in right.items():
            if inner == other:
                sums[row, column] = sums.get((row, column), 0) + factor * value
    return {key: total for key, total in sums.items() if total != 0}
