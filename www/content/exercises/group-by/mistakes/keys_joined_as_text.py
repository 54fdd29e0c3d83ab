# The keys are glued together as text
#
# `"_".join(...)` makes "pro_max_2" of both ("pro", "max_2") and ("pro_max", "2"), and it makes the
# text "None" of a missing key: strangers end up in one group. A tuple of the values keeps them
# apart and can be a dictionary's key as it is.
def group_by(rows, keys, aggregations):
    groups = {}
    for row in rows:
        identity = "_".join(str(row.get(key)) for key in keys)
        groups.setdefault(identity, []).append(row)

    table = []
    for members in groups.values():
        line = {key: members[0].get(key) for key in keys}
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
