# Zero is treated as missing
#
# `if row.get(column)` asks whether the value counts as true, and 0 does not. With 0 and 4 the mean
# is 4 instead of 2 and the smallest is 4. Ask for what you mean: `is not None`.
def group_by(rows, keys, aggregations):
    groups = {}
    for row in rows:
        identity = tuple(row.get(key) for key in keys)
        groups.setdefault(identity, []).append(row)

    table = []
    for identity, members in groups.items():
        line = dict(zip(keys, identity))
        for output, (column, function) in aggregations.items():
            values = [row[column] for row in members if row.get(column)]
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
