"""What both interfaces share: shapes of results, whole numbers in a range, choices."""

from .. import _dtype as dt
from .._array import ndarray, whole
from .._create import asarray
from .._layout import normal_shape, size_of
from .._shape import broadcast_to
from .._sort import searchsorted
from .._statistics import cumsum


def filled(draw, size, kind=dt.float64):
    """One number for no size, else an array of that shape with a number a place."""
    if size is None:
        return draw()
    shape = normal_shape(size)
    return whole(kind.store([draw() for _ in range(size_of(shape))]), shape, kind)


def with_parameters(draw, size, *parameters):
    """Numbers that each depend on parameters, which broadcast with the size."""
    arrays = [asarray(one) for one in parameters]
    if not any(one.ndim for one in arrays):
        values = [one.item() for one in arrays]
        return filled(lambda: draw(*values), size)
    from .._shape import broadcast_shapes

    shape = broadcast_shapes(*(one.shape for one in arrays))
    shape = shape if size is None else normal_shape(size)
    columns = [broadcast_to(one, shape).ravel().tolist() for one in arrays]
    return whole(dt.float64.store([draw(*values) for values in zip(*columns)]), shape, dt.float64)


def masked_below(source, limit):
    """A whole number from 0 to ``limit``: too large ones are drawn again."""
    if limit == 0:
        return 0
    mask = (1 << limit.bit_length()) - 1
    draw = source.next32 if limit <= 0xFFFFFFFF else source.next64
    while True:
        value = draw() & mask
        if value <= limit:
            return value


def scaled_below(source, limit):
    """A whole number from 0 to ``limit`` by Lemire's multiplication."""
    if limit == 0:
        return 0
    bits = 32 if limit <= 0xFFFFFFFF else 64
    draw = source.next32 if bits == 32 else source.next64
    if limit == (1 << bits) - 1:
        return draw()
    span, rest = limit + 1, (1 << bits) - 1
    product = draw() * span
    if product & rest < span:
        threshold = (rest - limit) % span
        while product & rest < threshold:
            product = draw() * span
    return product >> bits


def swap_down(below, items, first=1):
    """Shuffle a list in place, from its end down to ``first``."""
    for place in range(len(items) - 1, first - 1, -1):
        other = below(place)
        items[place], items[other] = items[other], items[place]


def shuffled_rows(below, x):
    """Shuffle an array along its first axis, or a list, in place."""
    if x.__class__ is ndarray:
        order = list(range(len(x)))
        swap_down(below, order)
        x[...] = x[order] if order else x
    else:
        swap_down(below, x)


def population(a):
    """The number of things to choose from, and the things where they are given."""
    if a.__class__ is int or hasattr(a, "__index__") and not isinstance(a, (list, tuple, ndarray)):
        count = a.__index__()
        if count <= 0:
            raise ValueError("a must be greater than 0 unless no samples are taken")
        return count, None
    things = asarray(a)
    if things.ndim == 0:
        return things.item(), None
    if len(things) == 0:
        raise ValueError("'a' cannot be empty unless no samples are taken")
    return len(things), things


def by_probability(uniform, p, count, size, replace):
    """Indices drawn with given probabilities."""
    p = asarray(p).astype(float)
    if p.ndim != 1:
        raise ValueError("'p' must be 1-dimensional")
    if len(p) != count:
        raise ValueError("'a' and 'p' must have same size")
    if (p < 0).any():
        raise ValueError("Probabilities are not non-negative")
    if abs(p.sum() - 1.0) > 1e-8:
        raise ValueError(
            "Probabilities do not sum to 1. See Notes section of docstring for more information."
        )
    if replace:
        return searchsorted(_cumulated(p), uniform(size), "right")
    wanted = 1 if size is None else size_of(normal_shape(size))
    if (p > 0).sum() < wanted:
        raise ValueError("Fewer non-zero entries in p than size")
    found, p = [], p.copy()
    while len(found) < wanted:
        draws = uniform(wanted - len(found))
        if found:
            p[found] = 0
        found += dict.fromkeys(searchsorted(_cumulated(p), draws, "right").tolist())
    shape = () if size is None else normal_shape(size)
    return whole(dt.int64.store(found), (wanted,), dt.int64).reshape(shape)[()]


def _cumulated(p):
    sums = cumsum(p)
    return sums / sums[-1]
