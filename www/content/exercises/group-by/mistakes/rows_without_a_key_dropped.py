# Rows without a key disappear
#
# They are skipped, as pandas does by default, so the totals of the groups no longer add up to the
# total of the rows. Here a missing key is a value like any other: `row.get(key)` gives `None`, and
# `None` may be part of a dictionary's key.
def group_by(rows, keys, aggregations):
    groups = {}
    for row in rows:
        identity = tuple(row.get(key) for key in keys)
        if None in identity:
            continue
        groups.setdefault(identity, []).append(row)

    table = []
    for identity, members in groups.items():
        line = dict(zip(keys, identity))
        for output, (column, function) in aggregations.items():
            values = [row[column] for row in members if row.get(column) is not None]
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
