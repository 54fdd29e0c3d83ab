# `starts` holds lengths, not places
#
# Row i begins where all rows before it end. Here its own number of entries is noted, so the second
# row is looked for near the front, among the entries of the first. Note how many entries there are
# so far: `len(columns)`, a running sum.
def csr_product(left, right):
    starts, columns, values = [0], [], []
    for row in range(len(left[0]) - 1):
        sums = {}
        for place in range(left[0][row], left[0][row + 1]):
            inner, factor = left[1][place], left[2][place]
            for other in range(right[0][inner], right[0][inner + 1]):
                column = right[1][other]
                sums[column] = sums.get(column, 0) + factor * right[2][other]
        for column in sorted(sums):
            if sums[column] != 0:
                columns.append(column)
                values.append(sums[column])
        starts.append(sum(1 for total in sums.values() if total != 0))
    return starts, columns, values
