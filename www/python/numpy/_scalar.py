"""Scalar types: what indexing an array gives, such as ``np.float64(0.5)``.

``float64`` is a Python float, as in NumPy; the others hold their value. Their
arithmetic is that of arrays without dimensions, so that it promotes, wraps
around and warns alike; float64 takes a short cut when nothing can go wrong.
"""

import operator
from array import array
from functools import partial

from . import _dtype as dt
from ._print_options import prints_as
from ._scalar_kinds import complexfloating, floating, generic, inexact, number

_new = object.__new__


class integer(number):
    """Base of all integer scalar types."""

    __slots__ = ("_v",)

    def __new__(cls, value=0, /):
        value = getattr(value, "_v", value)
        if isinstance(value, (int, float, str)):
            number_ = int(value)
        elif hasattr(value, "dtype") or isinstance(value, (list, tuple)):
            from ._create import array as make

            return make(value, dtype=cls.dtype)[()]
        else:
            number_ = operator.index(value)
        kind = cls.dtype
        if not kind.low <= number_ <= kind.high:
            raise OverflowError(f"Python integer {number_} out of bounds for {kind.name}")
        return kind.box(number_)

    def __index__(self):
        return self._v

    def is_integer(self):
        """True: integers are."""
        return True

    @property
    def real(self):
        """The number itself."""
        return self

    @property
    def imag(self):
        """Zero."""
        return self.dtype.box(0)


class signedinteger(integer):
    """Base of the signed integer scalar types."""

    __slots__ = ()


class unsignedinteger(integer):
    """Base of the unsigned integer scalar types."""

    __slots__ = ()


def _define_integer(kind, base):
    doc = (
        f"{'Signed' if base is signedinteger else 'Unsigned'} integer of {8 * kind.itemsize} bits."
    )
    cls = type(
        kind.name, (base,), {"__slots__": (), "__doc__": doc, "dtype": kind, "__module__": "numpy"}
    )

    def box(value):
        made = _new(cls)
        made._v = value
        return made

    dt.register(kind, cls, box)
    return cls


int8, int16, int32, int64 = (
    _define_integer(kind, signedinteger) for kind in (dt.int8, dt.int16, dt.int32, dt.int64)
)
uint8, uint16, uint32, uint64 = (
    _define_integer(kind, unsignedinteger) for kind in (dt.uint8, dt.uint16, dt.uint32, dt.uint64)
)


def _number_or_array(cls, value, convert):
    """A number made by ``convert``, or an array for arrays and sequences."""
    value = getattr(value, "_v", value)
    if isinstance(value, (int, float, str, complex)):
        return convert(value)
    if hasattr(value, "dtype") or isinstance(value, (list, tuple)):
        from ._create import array as make

        return make(value, dtype=cls.dtype)[()]
    return convert(value)


class float64(floating, float):
    """Floating-point number of 64 bits; also a Python float."""

    __slots__ = ()
    __module__ = "numpy"
    dtype = dt.float64

    def __new__(cls, value=0, /):
        return _number_or_array(cls, value, partial(float.__new__, cls))

    def item(self, *_):
        """The value as a Python float."""
        return float.__float__(self)

    tolist = item
    __str__ = float.__repr__
    __bool__ = float.__bool__
    __int__ = float.__int__
    __float__ = float.__float__
    __hash__ = float.__hash__
    __format__ = float.__format__

    @property
    def _v(self):
        return float.__float__(self)

    @property
    def real(self):
        """The number itself."""
        return self

    @property
    def imag(self):
        """Zero."""
        return dt.float64.box(0.0)


class float32(floating):
    """Floating-point number of 32 bits."""

    __slots__ = ("_v",)
    __module__ = "numpy"
    dtype = dt.float32

    def __new__(cls, value=0, /):
        return _number_or_array(
            cls, value, lambda number_: cls._box(array("f", [float(number_)])[0])
        )

    @classmethod
    def _box(cls, value):
        made = _new(cls)
        made._v = value
        return made

    def __str__(self):
        from ._digits import shortest

        return shortest(self._v, dt.float32)

    def is_integer(self):
        """Whether the value is a whole number."""
        return self._v.is_integer()


class complex128(complexfloating, complex):
    """Complex number of two 64-bit parts; also a Python complex."""

    __slots__ = ()
    __module__ = "numpy"
    dtype = dt.complex128

    def __new__(cls, real=0, imag=0, /):
        if isinstance(real, str):
            return complex.__new__(cls, real)
        return _number_or_array(cls, real, lambda value: complex.__new__(cls, value, imag))

    def item(self, *_):
        """The value as a Python complex number."""
        return complex.__complex__(self)

    tolist = item
    __str__ = complex.__repr__
    __bool__ = complex.__bool__
    __hash__ = complex.__hash__
    __format__ = complex.__format__
    __complex__ = complex.__complex__

    @property
    def _v(self):
        return complex.__complex__(self)

    @property
    def real(self):
        """The real part."""
        return dt.float64.box(self._v.real)

    @property
    def imag(self):
        """The imaginary part."""
        return dt.float64.box(self._v.imag)


class bool_(generic):
    """Truth value; the only two are ``np.True_`` and ``np.False_``."""

    __slots__ = ("_v",)
    __module__ = "numpy"
    dtype = dt.bool_

    def __new__(cls, value=False, /):
        if hasattr(value, "ndim") and value.ndim or isinstance(value, (list, tuple)):
            from ._create import array as make

            return make(value, dtype=dt.bool_)
        return True_ if value else False_

    def __index__(self):
        raise TypeError("only integer scalar arrays can be converted to a scalar index")

    def __repr__(self):
        return str(self) if prints_as("1.25") else f"np.{self._v}_"


def _truth(value):
    made = _new(bool_)
    made._v = value
    return made


bool_.__name__ = bool_.__qualname__ = "bool"
True_, False_ = _truth(True), _truth(False)

dt.register(dt.bool_, bool_, lambda value: True_ if value else False_)
dt.register(dt.float64, float64, partial(float.__new__, float64))
dt.register(dt.float32, float32, float32._box)
dt.register(dt.complex128, complex128, partial(complex.__new__, complex128))

for _abstract, _kind in ((floating, dt.float64), (number, dt.float64), (inexact, dt.float64)):
    dt._by_type[_abstract] = _kind
for _abstract in (integer, signedinteger):
    dt._by_type[_abstract] = dt.int64


def raw(value):
    """A scalar or Python number as storage holds it."""
    return value._v if isinstance(value, generic) else value
