# Fill in: what went wrong, in five words
# Fill in: the cause, shown on this input, and the smallest step to the repair.
def solve(values):
    return sum(values[1:])
