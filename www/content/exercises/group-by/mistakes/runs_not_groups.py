# Equal keys form a group only while they follow each other
#
# `itertools.groupby` cuts at each change of the key. With z, a, z, b, z, a it makes six groups, and
# "z" comes up three times. It is meant for sorted rows; sorting would lose the order of the first
# rows and cannot compare `None` with text. Collect into a dictionary by key.
from itertools import groupby
def group_by(rows, keys, aggregations):
    table = []
    for identity, run in groupby(rows, lambda row: tuple(row.get(key) for key in keys)):
        members = list(run)
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
