# On a tie the later run goes first
#
# Merging two runs with `first < second` takes the second one when both are equal, so the bump at
# 10 ms comes after the wheel's record of the same time. Take the first run unless the second is
# truly earlier: `second < first`, or `first <= second`.
def merge_runs(runs):
    merged = []
    for run in runs:
        merged = merge_two(merged, run)
    return merged


def merge_two(first, second):
    merged = []
    i = j = 0
    while i < len(first) and j < len(second):
        if first[i][0] < second[j][0]:
            merged.append(first[i])
            i += 1
        else:
            merged.append(second[j])
            j += 1
    return merged + first[i:] + second[j:]
