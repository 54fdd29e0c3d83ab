"""Choosing from things: with or without replacement, with or without probabilities."""

from .. import _dtype as dt
from .._array import ndarray, whole
from .._create import asarray
from .._layout import normal_shape, size_of
from .._room import check_room
from .._sort import searchsorted
from .._statistics import cumsum

# The two interfaces word their errors differently.
LEGACY = {
    "kind": "a must be 1-dimensional or an integer",
    "count": "a must be greater than 0 unless no samples are taken",
    "empty": "'a' cannot be empty unless no samples are taken",
    "p axes": "'p' must be 1-dimensional",
    "p length": "'a' and 'p' must have same size",
    "p nan": "probabilities contain NaN",
    "p negative": "probabilities are not non-negative",
    "p sum": "probabilities do not sum to 1",
    "too many": "Cannot take a larger sample than population when 'replace=False'",
}
GENERATOR = {
    "kind": "a must be a sequence or an integer, not {}",
    "count": "a must be a positive integer unless no samples are taken",
    "empty": "a cannot be empty unless no samples are taken",
    "p axes": "p must be 1-dimensional",
    "p length": "a and p must have same size",
    "p nan": "Probabilities contain NaN",
    "p negative": "Probabilities are not non-negative",
    "p sum": "Probabilities do not sum to 1. See Notes section of docstring for more information.",
    "too many": "Cannot take a larger sample than population when replace is False",
}


class Draws:
    """How one of the interfaces draws; ``distinct`` gives different numbers below a count."""

    def __init__(self, words, uniform, integers, distinct):
        self.words, self.uniform = words, uniform
        self.integers, self.distinct = integers, distinct


def choice(draws, a, size, replace, p, axis=0):
    """Elements of ``a``, or numbers below it."""
    words = draws.words
    shape = () if size is None else normal_shape(size)
    check_room(shape, dt.int64)
    wanted = size_of(shape)
    count, things = _population(a, wanted, axis, words)
    if p is not None:
        p = _probabilities(p, count, words)
    if not replace and wanted > count:
        raise ValueError(words["too many"])
    if wanted == 0:
        chosen = whole(dt.int64.store(()), normal_shape(size), dt.int64)
    elif p is not None:
        chosen = _by_probability(draws.uniform, p, size, wanted, replace)
    elif replace:
        chosen = draws.integers(count, size)
    else:
        chosen = asarray(draws.distinct(count, wanted), dt.int64)
        chosen = chosen.reshape(() if size is None else normal_shape(size))
    if size is None:
        chosen = int(chosen)
    if things is None:
        return chosen
    return things[chosen] if things.ndim == 1 else things.take(chosen, axis)


def _population(a, wanted, axis, words):
    """The number of things to choose from, and the things where they are given."""
    if hasattr(a, "__index__") and not (a.__class__ is ndarray and a.ndim):
        count = a.__index__()
        if count <= 0 and wanted:
            raise ValueError(words["count"])
        return count, None
    things = asarray(a)
    if things.ndim == 0:
        raise ValueError(words["kind"].format(type(a)))
    if things.ndim > 1 and words is LEGACY:
        raise ValueError("a must be 1-dimensional")
    if not things.shape[axis] and wanted:
        raise ValueError(words["empty"])
    return things.shape[axis], things


def _probabilities(p, count, words):
    """The probabilities as an array, refused unless there are ``count`` that sum to one."""
    p = asarray(p).astype(float)
    if p.ndim != 1:
        raise ValueError(words["p axes"])
    if len(p) != count:
        raise ValueError(words["p length"])
    if (p != p).any():
        raise ValueError(words["p nan"])
    if (p < 0).any():
        raise ValueError(words["p negative"])
    if abs(p.sum() - 1.0) > 1.4901161193847656e-08:
        raise ValueError(words["p sum"])
    return p


def _by_probability(uniform, p, size, wanted, replace):
    """Indices drawn with given probabilities."""
    if replace:
        return searchsorted(_cumulated(p), uniform(size), "right")
    if (p > 0).sum() < wanted:
        raise ValueError("Fewer non-zero entries in p than size")
    found, p = [], p.copy()
    while len(found) < wanted:
        draws = uniform(wanted - len(found))
        if found:
            p[found] = 0
        found += dict.fromkeys(searchsorted(_cumulated(p), draws, "right").tolist())
    shape = () if size is None else normal_shape(size)
    return whole(dt.int64.store(found), (wanted,), dt.int64).reshape(shape)


def _cumulated(p):
    sums = cumsum(p)
    return sums / sums[-1]
