def csr_product(left, right):
    """The product of two CSR matrices (starts, columns, values), again as CSR.

    Gustavson's form: one dense row of sums for the whole product, and a list of the columns that
    the present row has touched. Only those are read and set back to zero, so the long row is
    paid for once.
    """
    starts, columns, values = [0], [], []
    width = max(right[1], default=-1) + 1
    sums = [0] * width
    touched_by = [-1] * width
    for row in range(len(left[0]) - 1):
        touched = []
        for place in range(left[0][row], left[0][row + 1]):
            inner, factor = left[1][place], left[2][place]
            for other in range(right[0][inner], right[0][inner + 1]):
                column = right[1][other]
                if touched_by[column] != row:
                    touched_by[column] = row
                    touched.append(column)
                sums[column] += factor * right[2][other]
        for column in sorted(touched):
            if sums[column] != 0:
                columns.append(column)
                values.append(sums[column])
            sums[column] = 0
        starts.append(len(columns))
    return starts, columns, values
