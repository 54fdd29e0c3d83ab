# n^2: for each group all rows are looked through again.
def group_by(rows, keys, aggregations):
    identities = list(dict.fromkeys(tuple(row.get(key) for key in keys) for row in rows))
    table = []
    for identity in identities:
        members = [row for row in rows if tuple(row.get(key) for key in keys) == identity]
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
