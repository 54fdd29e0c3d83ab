def product(left, right):
    """The product of two matrices {(row, column): value}, without entries of 0.

    Sorts both by the label that they share and meets them group by group, as a database does
    in a merge join: the order that lets both sides be read from disk in one go.
    """
    ours = sorted((inner, row, value) for (row, inner), value in left.items())
    theirs = sorted((inner, column, value) for (inner, column), value in right.items())
    sums = {}
    start = 0
    for inner, row, factor in ours:
        while start < len(theirs) and theirs[start][0] < inner:
            start += 1
        place = start
        while place < len(theirs) and theirs[place][0] == inner:
            _, column, value = theirs[place]
            sums[row, column] = sums.get((row, column), 0) + factor * value
            place += 1
    return {key: total for key, total in sums.items() if total != 0}
