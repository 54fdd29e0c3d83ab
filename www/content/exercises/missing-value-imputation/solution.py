import math
from collections import Counter


class Imputer:
    def __init__(self, strategies):
        self.strategies = strategies
        self.fills = {}

    def fit(self, rows):
        """Learns the fill value of each column from training rows."""
        self.fills = {
            column: fill_value(strategy, known_values(rows, column))
            for column, strategy in self.strategies.items()
        }

    def transform(self, rows):
        """New rows, filled with what was learned, and marked where they were."""
        return [self.filled(row) for row in rows]

    def filled(self, row):
        complete = dict(row)
        for column, fill in self.fills.items():
            missing = is_missing(row.get(column))
            complete[f"{column}_missing"] = missing
            if missing:
                complete[column] = fill
        return complete


def is_missing(value):
    return value is None or (isinstance(value, float) and math.isnan(value))


def known_values(rows, column):
    return [row[column] for row in rows if not is_missing(row.get(column))]


def fill_value(strategy, values):
    """What stands for a missing value, by the values that are known; None if there are none."""
    if isinstance(strategy, tuple):
        return strategy[1]
    if not values:
        return None
    if strategy == "mean":
        return sum(values) / len(values)
    if strategy == "median":
        return median(values)
    counts = Counter(values)
    most = max(counts.values())
    return min(value for value, count in counts.items() if count == most)


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2
