"""The elements of an array in C order, as ``a.flat`` gives them."""

import warnings

from . import _dtype as dt
from ._array import elements, ndarray
from ._layout import places
from ._scalar import bool_

_VALID = (
    "only integers, slices (`:`), ellipsis (`...`) and integer or boolean arrays are valid indices"
)


class flatiter:
    """Iterator over an array's elements that can also be indexed and assigned."""

    def __init__(self, base):
        self.base = base
        self.index = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.index >= self.base.size:
            raise StopIteration
        self.index += 1
        return self[self.index - 1]

    def __len__(self):
        return self.base.size

    def __getitem__(self, key):
        return self.base.ravel()[_as_key(key, self.base.size)]

    def __setitem__(self, key, value):
        from ._create import arange

        if isinstance(key, tuple) and not key:
            raise IndexError("Assigning to a flat iterator with a 0-D index is not supported")
        base = self.base
        where = places(base._offset, base._shape, base._steps)
        chosen = arange(len(where))[_as_key(key, len(where))]
        if not isinstance(chosen, ndarray):
            chosen = chosen.reshape(1)
        values = elements(_repeated(value, base.dtype))
        for count, index in enumerate(elements(chosen)):
            base._data[where[index]] = values[count % len(values)]

    def __array__(self, dtype=None, /, *, copy=None):
        return self.base.ravel() if dtype is None else self.base.ravel().astype(dtype)

    def copy(self, /):
        """The elements as a new one-dimensional array."""
        return self.base.flatten()


def _repeated(value, kind):
    from ._create import asarray

    return asarray(value).astype(kind)


def _as_key(key, size):
    """The key for the flattened array; refuses what an iterator does not take."""
    if isinstance(key, tuple) and len(key) == 1:
        (key,) = key
    if key is Ellipsis or isinstance(key, tuple) and not key:
        return slice(None)
    if isinstance(key, tuple):
        raise IndexError(
            "too many indices for flat iterator: flat iterator is 1-dimensional, but "
            f"{len(key)} were indexed"
        )
    if isinstance(key, (bool, bool_)):
        _deprecated(
            "Indexing flat iterators with a 0-dimensional boolean index is deprecated and may be "
            "removed in a future version."
        )
        return [0] if key else []
    if key is None or isinstance(key, str):
        raise IndexError(_VALID)
    return key if isinstance(key, (int, slice)) else _as_array_key(key, size)


def _as_array_key(key, size):
    from ._create import asarray

    found = asarray(key)
    if found.dtype is dt.bool_:
        if isinstance(key, list):
            raise IndexError(
                "boolean indices for iterators are not supported because of their ambiguity; use "
                "an array"
            )
        if found.shape != (size,):
            raise IndexError(
                "boolean index did not match indexed flat iterator along axis 0; size of axis is "
                f"{size} but size of corresponding boolean axis is {found.size}"
            )
    if found.dtype.kind not in "biu" and found.size:
        if found is key:
            raise IndexError(_VALID)
        _deprecated(
            "Invalid non-array indices for iterator objects are deprecated and will be removed in "
            "a future version."
        )
    return found if found.dtype.kind in "biu" else found.astype(dt.int64)


def _deprecated(text):
    warnings.warn(f"{text} (Deprecated NumPy 2.4)", DeprecationWarning, stacklevel=4)
