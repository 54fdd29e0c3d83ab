"""Folding a run of numbers into one, in NumPy's order of additions.

NumPy adds long runs pairwise: up to 128 numbers in eight running sums, longer
runs as the sum of two halves. Doing the same gives the same last digits.
"""

import operator as op
from functools import reduce

from . import _ordered


def pairwise_sum(values):
    """The sum of a run of floats, added in NumPy's order."""
    length = len(values)
    if length < 8:
        return reduce(op.add, values, 0.0) if length else 0.0
    if length > 128:
        half = length // 2
        half -= half % 8
        return pairwise_sum(values[:half]) + pairwise_sum(values[half:])
    whole = length - length % 8
    r = [reduce(op.add, values[lane:whole:8]) for lane in range(8)]
    total = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]))
    return reduce(op.add, values[whole:], total)


def sequential_sum(values):
    """The sum of numbers added one after another."""
    return reduce(op.add, values, 0)


def product(values):
    """The product, one after another."""
    return reduce(op.mul, values, 1)


def largest(values):
    """The largest number; NaN when there is one."""
    if values[0].__class__ is complex:
        return reduce(_ordered.maximum, values)
    best = max(values)
    return best if best == best and not has_nan(values) else float("nan")


def smallest(values):
    """The smallest number; NaN when there is one."""
    if values[0].__class__ is complex:
        return reduce(_ordered.minimum, values)
    best = min(values)
    return best if best == best and not has_nan(values) else float("nan")


def has_nan(values):
    """Whether any number is NaN."""
    return any(map(op.ne, values, values))


def first_largest(values):
    """Where the largest number is first; where NaN is first when there is one."""
    best = largest(values)
    if best == best:
        return values.index(best)
    return next(place for place, value in enumerate(values) if value != value)


def first_smallest(values):
    """Where the smallest number is first; where NaN is first when there is one."""
    best = smallest(values)
    if best == best:
        return values.index(best)
    return next(place for place, value in enumerate(values) if value != value)


def every(values):
    """Whether all are true."""
    return all(values)


def some(values):
    """Whether any is true."""
    return any(values)
