# A missing entry is looked up
#
# Going through all columns and asking for `right[k, j]` raises `KeyError` at the first one that is
# not stored, such as ("screw", "copper"). `right.get((k, j), 0)` would be right, and still slow:
# most of what you ask for is not there. Group `right` by row and walk only what is.
def product(left, right):
    columns = {column for _, column in right}
    sums = {}
    for (row, inner), factor in left.items():
        for column in columns:
            sums[row, column] = sums.get((row, column), 0) + factor * right[inner, column]
    return {key: total for key, total in sums.items() if total != 0}
