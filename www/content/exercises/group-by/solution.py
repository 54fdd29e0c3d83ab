def group_by(rows, keys, aggregations):
    """One dictionary a group: its keys, and each output column's aggregate."""
    groups = {}
    for row in rows:
        identity = tuple(row.get(key) for key in keys)
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
    """One of the five functions, over values none of which is missing."""
    if function == "count":
        return len(values)
    if function == "sum":
        return sum(values)
    if not values:
        return None
    if function == "mean":
        return sum(values) / len(values)
    return min(values) if function == "min" else max(values)
