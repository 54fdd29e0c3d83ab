class Summary:
    """What one group has to remember of a column: four numbers, not its values."""

    def __init__(self):
        self.count = 0
        self.total = 0
        self.least = self.largest = None

    def add(self, value):
        self.count += 1
        self.total += value
        self.least = value if self.least is None else min(self.least, value)
        self.largest = value if self.largest is None else max(self.largest, value)

    def result(self, function):
        mean = self.total / self.count if self.count else None
        return {
            "count": self.count,
            "sum": self.total,
            "mean": mean,
            "min": self.least,
            "max": self.largest,
        }[function]


def group_by(rows, keys, aggregations):
    """One dictionary a group: its keys, and each output column's aggregate.

    Each row is seen once and forgotten, so the rows may be a stream that does not fit in memory;
    summaries of parts can be added up on another machine.
    """
    columns = {column for column, _ in aggregations.values()}
    groups = {}
    for row in rows:
        identity = tuple(row.get(key) for key in keys)
        if identity not in groups:
            groups[identity] = {column: Summary() for column in columns}
        for column in columns:
            if row.get(column) is not None:
                groups[identity][column].add(row[column])
    return [
        dict(zip(keys, identity))
        | {
            output: summaries[column].result(function)
            for output, (column, function) in aggregations.items()
        }
        for identity, summaries in groups.items()
    ]
