def solve(values):
    # Fill in: the reference
    return sum(values)
