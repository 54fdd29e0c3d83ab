# The last contribution replaces the others
#
# Copper aside, a drill's steel is in its motor and in its screws: 200 + 18 = 218 grams. Assigning
# keeps only whichever comes last. Add to what is there: `sums[key] = sums.get(key, 0) + ...`, or a
# `defaultdict(int)` with `+=`.
def product(left, right):
    sums = {}
    for (row, inner), factor in left.items():
        for (other, column), value in right.items():
            if inner == other and factor * value != 0:
                sums[row, column] = factor * value
    return sums
