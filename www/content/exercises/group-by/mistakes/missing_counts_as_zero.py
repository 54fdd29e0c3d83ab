# Missing values count as zero
#
# `row.get(column, 0)`, or `or 0`, turns a row without a measurement into one of 0 ms. The A15 then
# has two runs with a mean of 7 instead of one with 14. Leave out what is missing before you
# aggregate.
def group_by(rows, keys, aggregations):
    groups = {}
    for row in rows:
        identity = tuple(row.get(key) for key in keys)
        groups.setdefault(identity, []).append(row)

    table = []
    for identity, members in groups.items():
        line = dict(zip(keys, identity))
        for output, (column, function) in aggregations.items():
            values = [row.get(column) or 0 for row in members]
            line[output] = aggregate(function, values)
        table.append(line)
    return table


def aggregate(function, values):
    if function == "count":
        return len(values)
    if function == "sum":
        return sum(values)
    if not values:
        return None
    if function == "mean":
        return sum(values) / len(values)
    return min(values) if function == "min" else max(values)
