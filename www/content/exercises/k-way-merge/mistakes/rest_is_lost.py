# What is left of the longer run is lost
#
# When one of two runs is used up, the other still holds records, all of them later, and they
# belong to the end of the result. Of the bumper and the wheel the record "left 0" is missing.
# After the loop, extend by the rest of both; one of them is empty.
def merge_runs(runs):
    merged = list(runs[0]) if runs else []
    for run in runs[1:]:
        merged = merge_two(merged, run)
    return merged


def merge_two(first, second):
    merged = []
    i = j = 0
    while i < len(first) and j < len(second):
        if second[j][0] < first[i][0]:
            merged.append(second[j])
            j += 1
        else:
            merged.append(first[i])
            i += 1
    return merged
