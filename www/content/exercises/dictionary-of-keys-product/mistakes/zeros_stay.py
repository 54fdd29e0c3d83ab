# Sums of 0 stay in the result
#
# Two screws in and one bolt out are 6 − 6 = 0 grams of steel, and what is 0 is missing by
# agreement. Kept, such entries make every later product slower and `("refit", "steel") in result`
# true. Filter once, when all sums are complete.
def product(left, right):
    sums = {}
    for (row, inner), factor in left.items():
        for (other, column), value in right.items():
            if inner == other:
                sums[row, column] = sums.get((row, column), 0) + factor * value
    return sums
