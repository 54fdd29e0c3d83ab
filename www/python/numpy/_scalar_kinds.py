"""Kinds of scalars: the classes above ``np.int64`` and its like, and what all scalars can do."""

from functools import wraps

from ._missing import explanation
from ._print_options import prints_as


class generic:
    """Base of all scalar types."""

    __slots__ = ()
    __array_priority__ = -1000000.0
    shape, strides, ndim, size, base = (), (), 0, 1, None
    __iter__ = None

    def item(self, *_):
        """The value as a Python number."""
        return self._v

    def tolist(self):
        """The value as a Python number."""
        return self._v

    def __reduce__(self):
        return type(self), (self.item(),)

    def __bool__(self):
        return bool(self._v)

    def __int__(self):
        return int(self._v)

    def __float__(self):
        return float(self._v)

    def __complex__(self):
        return complex(self._v)

    def __hash__(self):
        return hash(self._v)

    def __format__(self, spec):
        return format(self._v, spec)

    def __str__(self):
        return str(self._v)

    def __repr__(self):
        if prints_as("1.25"):
            return str(self)
        return f"np.{type(self).__name__}({str(self).strip('()')})"

    def __array__(self, dtype=None, copy=None):
        from ._create import array as make

        return make(self, dtype=dtype)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        from ._create import asarray

        try:
            found = getattr(asarray(self), name)
        except AttributeError:
            kind = type(self).__name__
            raise AttributeError(
                explanation("ndarray.", name) or f"'numpy.{kind}' object has no attribute {name!r}"
            ) from None
        return _scalar_of(found) if not callable(found) else _answering_scalars(found)

    def __getitem__(self, key):
        if key.__class__ is tuple and not key:
            return self
        from ._create import asarray

        if key is None or key is Ellipsis or isinstance(key, tuple):
            return asarray(self)[key]
        raise IndexError("invalid index to scalar variable.")

    @property
    def itemsize(self):
        """Bytes an element of this type takes."""
        return self.dtype.itemsize

    nbytes = itemsize


def _scalar_of(found):
    """An array without axes as the scalar in it; anything else as it is."""
    return found[()] if getattr(found, "shape", None) == () else found


def _answering_scalars(method):
    """A method of arrays as scalars have it."""

    @wraps(method)
    def answered(*args, **kwargs):
        return _scalar_of(method(*args, **kwargs))

    return answered


class number(generic):
    """Base of all numeric scalar types."""

    __slots__ = ()


class inexact(number):
    """Base of the scalar types that round."""

    __slots__ = ()


class floating(inexact):
    """Base of the floating-point scalar types."""

    __slots__ = ()


class complexfloating(inexact):
    """Base of the complex scalar types."""

    __slots__ = ()
