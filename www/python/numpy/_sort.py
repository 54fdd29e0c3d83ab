"""Sorting, searching in sorted arrays, sets and counts."""

from bisect import bisect_left, bisect_right

from . import _dtype as dt
from . import _kernels
from ._array import copied, elements, ndarray, whole, write
from ._create import asarray
from ._folds import has_nan
from ._layout import normal_axis, size_of
from ._native import empty_storage, use_kernels
from ._ordered import sorting_key
from ._promotion import promote
from ._shape import moveaxis

_KINDS = (None, "quicksort", "mergesort", "heapsort", "stable")


def _last(a, axis):
    """The array with one axis moved to the end."""
    return a if axis == a.ndim - 1 else moveaxis(a, axis, -1)


def _sorted_run(values):
    if values and values[0].__class__ is complex:
        return sorted(values, key=sorting_key)
    if has_nan(values):
        numbers = [value for value in values if value == value]
        return sorted(numbers) + [float("nan")] * (len(values) - len(numbers))
    return sorted(values)


def _order_of_run(values):
    if values and values[0].__class__ is complex:
        return sorted(range(len(values)), key=lambda place: sorting_key(values[place]))
    if has_nan(values):
        return sorted(
            range(len(values)), key=lambda place: (values[place] != values[place], values[place])
        )
    return sorted(range(len(values)), key=values.__getitem__)


def _by_rows(a, axis, kernel, run, kind):
    """Each run along the axis through ``run``, as an array of type ``kind``."""
    moved = _last(a, axis)
    length, values = moved._shape[-1], copied(moved)
    count = len(values)
    if use_kernels(count, a._dtype) and count:
        made = values if kernel == _kernels.SORT else empty_storage(kind, count)
        passed = [(values, 0, count, _kernels.BOTH if made is values else _kernels.READ)]
        if made is not values:
            passed.append((made, 0, count, _kernels.WRITE))
        _kernels.call(passed, (kernel, _kernels.TYPES[a._dtype.code], count // length, length))
    else:
        made = kind.store(())
        for start in range(0, count, length or 1):
            made.extend(run(values[start : start + length]))
    result = whole(made, moved._shape, kind)
    return result if axis == a.ndim - 1 else moveaxis(result, -1, axis).copy()


def sort(a, axis=-1, kind=None, order=None, *, stable=None):
    """A sorted copy along an axis; NaN goes last."""
    a = asarray(a)
    if kind not in _KINDS:
        raise ValueError(f"sort kind must be one of 'quick', 'heap', or 'stable' (got {kind!r})")
    if axis is None:
        a, axis = a.ravel(), 0
    axis = normal_axis(axis, a.ndim)
    return _by_rows(a, axis, _kernels.SORT, _sorted_run, a._dtype)


def argsort(a, axis=-1, kind=None, order=None, *, stable=None):
    """The order that sorts along an axis; equal elements keep theirs."""
    a = asarray(a)
    if axis is None:
        a, axis = a.ravel(), 0
    axis = normal_axis(axis, a.ndim)
    return _by_rows(a, axis, _kernels.ARGSORT, _order_of_run, dt.int64)


def _check_select(kind):
    if kind != "introselect":
        raise ValueError(f"select kind must be 'introselect' (got {kind!r})")


def _sort_in_place(self, axis=-1, kind=None, order=None, *, stable=None):
    """Sort along an axis in place; NaN goes last."""
    write(self, sort(self, axis, kind)._data)


def partition(a, kth, axis=-1, kind="introselect", order=None):
    """A copy in which the element at ``kth`` is where sorting would put it."""
    _check_select(kind)
    return sort(a, axis)


def argpartition(a, kth, axis=-1, kind="introselect", order=None):
    """The order that puts the element at ``kth`` where sorting would put it."""
    _check_select(kind)
    return argsort(a, axis)


def lexsort(keys, axis=-1):
    """The order that sorts by the last key, then the one before, and so on."""
    columns = [_nan_last(elements(asarray(key))) for key in reversed(keys)]
    order = sorted(
        range(len(columns[0])),
        key=lambda place: [key[place] for key in columns],
    )
    return asarray(order, dt.int64)


def _nan_last(values):
    """Keys by which NaN comes after every number."""
    return [(value != value, value if value == value else 0.0) for value in values]


def searchsorted(a, v, side="left", sorter=None):
    """Where values would go in a sorted array to keep it sorted."""
    if side not in ("left", "right"):
        raise ValueError(f"search side must be one of 'left' or 'right' (got '{side}')")
    a = asarray(a)
    values = list(elements(a if sorter is None else a[sorter]))
    find = bisect_left if side == "left" else bisect_right
    v = asarray(v)
    wanted = elements(v)
    if has_nan(values) or has_nan(wanted):
        values, wanted = _nan_last(values), _nan_last(wanted)
    made = whole(dt.int64.store([find(values, one) for one in wanted]), v._shape, dt.int64)
    return made if v._shape else made[()]


def digitize(x, bins, right=False):
    """For each element the number of the bin it falls in."""
    bins = asarray(bins)
    if len(bins) > 1 and bins[0] > bins[-1]:
        return len(bins) - searchsorted(bins[::-1], x, "right" if right else "left")
    return searchsorted(bins, x, "left" if right else "right")


def unique(
    ar,
    return_index=False,
    return_inverse=False,
    return_counts=False,
    axis=None,
    *,
    equal_nan=True,
    sorted=True,
):
    """The distinct elements in order, on request with places, inverse and counts."""
    ar = asarray(ar)
    if axis is not None and not hasattr(axis, "__index__"):
        raise TypeError(f"integer argument expected, got {type(axis).__name__}")
    if axis is not None and normal_axis(axis, ar.ndim) is not None and ar.ndim > 1:
        return _unique_rows(ar, axis, return_index, return_inverse, return_counts)
    flat = ar.ravel()
    values = elements(flat)
    order = list(elements(argsort(flat)))
    firsts, inverse, counts = [], [0] * len(order), []
    for place in order:
        value = values[place]
        same = bool(firsts) and _same(values[firsts[-1]], value, equal_nan)
        if not same:
            firsts.append(place)
            counts.append(0)
        counts[-1] += 1
        inverse[place] = len(firsts) - 1
    found = whole(ar._dtype.store([values[place] for place in firsts]), (len(firsts),), ar._dtype)
    return _with_extras(
        found,
        firsts,
        asarray(inverse, dt.int64).reshape(ar._shape),
        counts,
        (return_index, return_inverse, return_counts),
    )


def _same(a, b, equal_nan):
    return a == b or equal_nan and a != a and b != b


def _with_extras(found, firsts, inverse, counts, wanted):
    extras = (asarray(firsts, dt.int64), inverse, asarray(counts, dt.int64))
    result = (found, *(extra for extra, want in zip(extras, wanted) if want))
    return result if len(result) > 1 else found


def _unique_rows(ar, axis, *wanted):
    moved = moveaxis(ar, axis, 0)
    length = moved._shape[0]
    rows = [tuple(row) for row in moved.reshape((length, size_of(moved._shape[1:]))).tolist()]
    kept = {}
    for place, row in enumerate(rows):
        kept.setdefault(row, []).append(place)
    ordered = list(kept)
    ordered.sort(key=_nan_last)
    firsts = [kept[row][0] for row in ordered]
    numbers = {row: number for number, row in enumerate(ordered)}
    inverse = asarray([numbers[row] for row in rows], dt.int64)
    counts = [len(kept[row]) for row in ordered]
    found = moveaxis(moved[asarray(firsts, dt.int64)], 0, axis).copy()
    return _with_extras(found, firsts, inverse, counts, wanted)


def bincount(x, /, weights=None, minlength=0):
    """How often each whole number from zero on occurs, or the sum of its weights."""
    plain, x = isinstance(x, (list, tuple)), asarray(x)
    if x.ndim != 1:
        raise ValueError(
            "object too deep for desired array" if x.ndim else "object of too small depth"
        )
    if x._dtype.kind not in "biu" and (x.size or not plain):
        raise TypeError(
            f"Cannot cast array data from {x._dtype!r} to dtype('int64') according to the rule 'safe'"
        )
    numbers = [int(number) for number in elements(x)]
    if numbers and min(numbers) < 0:
        raise ValueError("'list' argument must have no negative elements")
    made = [0 if weights is None else 0.0] * max(minlength, max(numbers, default=-1) + 1)
    if weights is None:
        for number in numbers:
            made[number] += 1
        return asarray(made, dt.int64)
    weights = elements(asarray(weights))
    if len(weights) != len(numbers):
        raise ValueError("The weights and list don't have the same length.")
    for number, weight in zip(numbers, weights):
        made[number] += weight
    return asarray(made, dt.float64)


def histogram(a, bins=10, range=None, density=None, weights=None):
    """Counts of elements in equal or given bins, and the edges of the bins."""
    from ._create import linspace

    a = asarray(a).ravel()
    if hasattr(bins, "__len__"):
        edges = asarray(bins)
    else:
        low, high = range if range else (a.min(), a.max()) if a.size else (0.0, 1.0)
        low, high = (low - 0.5, high + 0.5) if low == high else (low, high)
        kind = a._dtype if a._dtype.kind == "f" else dt.float64
        edges = linspace(low, high, bins + 1, dtype=kind)
    borders = list(elements(edges))
    kind = dt.int64 if weights is None else dt.float64
    counts = [0] * (len(borders) - 1)
    parts = [1] * a.size if weights is None else elements(asarray(weights).ravel())
    for value, part in zip(elements(a), parts):
        if borders[0] <= value <= borders[-1]:
            counts[min(bisect_right(borders, value), len(counts)) - 1] += part
    found = asarray(counts, kind)
    if density:
        found = found / (found.sum() * (edges[1:] - edges[:-1]))
    return found, edges


def union1d(ar1, ar2):
    """The distinct elements of both arrays."""
    from ._join import concatenate

    return unique(concatenate((ar1, ar2), None))


def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
    """The distinct elements that both arrays have; on request where each is first."""
    ar1, ar2 = asarray(ar1), asarray(ar2)
    first, known = unique(ar1.astype(promote(ar1._dtype, ar2._dtype))), set(elements(ar2))
    found = first[asarray([value in known for value in elements(first)], bool)]
    if not return_indices:
        return found
    columns = [elements(one.ravel()) for one in (ar1, ar2)]
    places = [[column.index(value) for value in elements(found)] for column in columns]
    return found, *(asarray(one, dt.int64) for one in places)


def setdiff1d(ar1, ar2, assume_unique=False):
    """The distinct elements of the first array that the second lacks."""
    first = asarray(ar1).ravel() if assume_unique else unique(ar1)
    known = set(elements(asarray(ar2)))
    return first[asarray([value not in known for value in elements(first)], bool)]


ndarray.sort = _sort_in_place
ndarray.argsort, ndarray.searchsorted = argsort, searchsorted


def _partition_in_place(self, kth, axis=-1, kind="introselect", order=None):
    """Put the element at ``kth`` where sorting would put it, in place."""
    _check_select(kind)
    _sort_in_place(self, axis)


ndarray.partition = _partition_in_place
ndarray.argpartition = argpartition
