# Contributions to the same column are not added up
#
# `[2, 3]` times a column of 10 and 1 is a single entry, 20 + 3 = 23. Here both parts are stored, so
# column 0 occurs twice in the row. Whoever reads one entry a column gets 20 or 3. Collect a row in
# a dictionary by column before you store it.
def csr_product(left, right):
    starts, columns, values = [0], [], []
    for row in range(len(left[0]) - 1):
        found = []
        for place in range(left[0][row], left[0][row + 1]):
            inner, factor = left[1][place], left[2][place]
            for other in range(right[0][inner], right[0][inner + 1]):
                found.append((right[1][other], factor * right[2][other]))
        for column, value in sorted(found):
            columns.append(column)
            values.append(value)
        starts.append(len(columns))
    return starts, columns, values
