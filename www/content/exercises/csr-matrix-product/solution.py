def csr_product(left, right):
    """The product of two CSR matrices (starts, columns, values), again as CSR."""
    starts, columns, values = [0], [], []
    for row in range(len(left[0]) - 1):
        sums = {}
        for inner, factor in entries(left, row):
            for column, value in entries(right, inner):
                sums[column] = sums.get(column, 0) + factor * value
        for column in sorted(sums):
            if sums[column] != 0:
                columns.append(column)
                values.append(sums[column])
        starts.append(len(columns))
    return starts, columns, values


def entries(matrix, row):
    """The (column, value) pairs of one row."""
    starts, columns, values = matrix
    for place in range(starts[row], starts[row + 1]):
        yield columns[place], values[place]
