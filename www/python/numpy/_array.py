"""The array object: storage, a place in it, a shape and steps.

Several arrays may look at one storage; a view differs from its base in offset,
shape and steps alone. ``_whole`` says that an array is its storage, element for
element, which most arrays are and which lets most functions skip the gathering.
Operators and the methods that are also functions are attached by ``_methods``.
"""

from . import _dtype as dt
from ._flags import flagsobj
from ._layout import gather, is_contiguous, normal_shape, scatter, size_of, steps_of
from ._missing import missing_attribute
from ._room import SURELY_FITS, check_room

_new = object.__new__


class ndarray:
    """A block of equal numbers with a shape, reached by index along each axis."""

    __slots__ = ("_data", "_offset", "_shape", "_steps", "_dtype", "_base", "_whole", "_writeable")
    __array_priority__ = 0.0
    __hash__ = None

    def __new__(cls, shape, dtype=None, buffer=None, offset=0, strides=None, order=None):
        shape, kind = normal_shape(shape), dt.lookup(dtype)
        if buffer is None:
            return zeros_like_storage(kind, shape)
        steps = steps_of(shape) if strides is None else tuple(s // kind.itemsize for s in strides)
        return view_of(buffer, buffer._offset + offset // kind.itemsize, shape, steps)

    @property
    def shape(self):
        """The length along each axis."""
        return self._shape

    @shape.setter
    def shape(self, shape):
        from ._shape import reshape

        changed = reshape(self, shape)
        if changed._data is not self._data:
            raise AttributeError(
                "Incompatible shape for in-place modification. Use `.reshape()` to make a copy "
                "with the desired shape."
            )
        self._shape, self._steps = changed._shape, changed._steps

    @property
    def ndim(self):
        """The number of axes."""
        return len(self._shape)

    @property
    def size(self):
        """The number of elements."""
        return size_of(self._shape)

    @property
    def dtype(self):
        """The type of the elements."""
        return self._dtype

    @property
    def itemsize(self):
        """Bytes an element takes."""
        return self._dtype.itemsize

    @property
    def nbytes(self):
        """Bytes all elements take."""
        return self.size * self._dtype.itemsize

    @property
    def strides(self):
        """Bytes from one element to the next along each axis."""
        return tuple(step * self._dtype.itemsize for step in self._steps)

    @property
    def base(self):
        """The array whose memory this one shares, or None."""
        return self._base

    @property
    def T(self):
        """The array with its axes reversed, as a view."""
        return view_of(self, self._offset, self._shape[::-1], self._steps[::-1])

    @property
    def mT(self):
        """The array with its last two axes exchanged, as a view."""
        if len(self._shape) < 2:
            raise ValueError("matrix transpose with ndim < 2 is undefined")
        swap = self._shape[:-2] + self._shape[:-3:-1], self._steps[:-2] + self._steps[:-3:-1]
        return view_of(self, self._offset, *swap)

    @property
    def flat(self):
        """The elements in C order, to iterate over, read and write."""
        from ._flat import flatiter

        return flatiter(self)

    @flat.setter
    def flat(self, values):
        self.flat[:] = values

    @property
    def flags(self):
        """How the elements lie in memory."""
        return flagsobj(self)

    @property
    def real(self):
        """The real part; the array itself when it is real."""
        if self._dtype.kind != "c":
            return self
        parts = dt.float64.store([value.real for value in elements(self)])
        return whole(parts, self._shape, dt.float64)

    @property
    def imag(self):
        """The imaginary part; of real numbers, zeros that cannot be written to."""
        if self._dtype.kind != "c":
            made = zeros_like_storage(self._dtype, self._shape)
            made._writeable = False
            return made
        parts = dt.float64.store([value.imag for value in elements(self)])
        return whole(parts, self._shape, dt.float64)

    def __len__(self):
        if not self._shape:
            raise TypeError("len() of unsized object")
        return self._shape[0]

    def __iter__(self):
        if not self._shape:
            raise TypeError("iteration over a 0-d array")
        if len(self._shape) == 1:
            return map(self._dtype.box, elements(self))
        return (self[k] for k in range(self._shape[0]))

    def __bool__(self):
        if self.size == 1:
            return bool(elements(self)[0])
        if self.size == 0:
            raise ValueError(
                "The truth value of an empty array is ambiguous. Use `array.size > 0` to check "
                "that an array is not empty."
            )
        raise ValueError(
            "The truth value of an array with more than one element is ambiguous. "
            "Use a.any() or a.all()"
        )

    def _single(self, target):
        if self._shape:
            raise TypeError(f"only 0-dimensional arrays can be converted to {target}")
        return elements(self)[0]

    def __float__(self):
        return float(self._single("Python scalars"))

    def __int__(self):
        return int(self._single("Python scalars"))

    def __complex__(self):
        return complex(self._single("Python scalars"))

    def __index__(self):
        if self._shape or self._dtype.kind not in "iu":
            raise TypeError("only integer scalar arrays can be converted to a scalar index")
        return elements(self)[0]

    def __format__(self, spec):
        if not spec:
            return str(self)
        if self._shape:
            raise TypeError("unsupported format string passed to numpy.ndarray.__format__")
        return format(self[()], spec)

    def __deepcopy__(self, _memo):
        return self.copy()

    def __reduce__(self):
        return _restore, (self.tolist(), self._shape, self._dtype.name)

    def __array__(self, dtype=None, copy=None):
        return self if dtype is None else self.astype(dtype)

    def __array_wrap__(self, array, context=None, return_scalar=False, /):
        return array[()] if return_scalar else array

    def __contains__(self, value):
        return bool((self == value).any())

    __getattr__ = missing_attribute("numpy.ndarray", "ndarray.")

    def copy(self, order="C"):
        """A new array with the same elements in memory of its own."""
        return whole(copied(self), self._shape, self._dtype)

    def astype(self, dtype, order="K", casting="unsafe", subok=True, copy=True):
        """The elements cast to another type; a copy unless ``copy=False`` and nothing changes."""
        target = dt.lookup(dtype)
        if target is self._dtype:
            return self.copy() if copy else self
        if casting != "unsafe":
            from ._promotion import can_cast

            if not can_cast(self._dtype, target, casting):
                raise TypeError(
                    f"Cannot cast array data from {self._dtype!r} to {target!r} "
                    f"according to the rule '{casting}'"
                )
        return whole(storage_as(self, target), self._shape, target)

    def item(self, *args):
        """One element as a Python number."""
        if not args:
            if self.size != 1:
                raise ValueError("can only convert an array of size 1 to a Python scalar")
            return self._dtype.box(elements(self)[0]).item()
        key = args[0] if len(args) == 1 else args
        return (self[key] if isinstance(key, tuple) else self.flat[key]).item()

    def tolist(self):
        """The elements as nested lists of Python numbers."""
        if 0 in self._shape:
            return _nested_empty(self._shape)
        values = elements(self)
        values = list(map(bool, values)) if self._dtype is dt.bool_ else list(values)
        if not self._shape:
            return values[0]
        for length in self._shape[:0:-1]:
            count = len(values) // length
            values = [values[k * length : (k + 1) * length] for k in range(count)]
        return values

    def fill(self, value):
        """Set every element to ``value``."""
        self[...] = value

    def view(self, dtype=None):
        """A new array object that looks at the same memory."""
        if dtype not in (None, ndarray) and dt.lookup(dtype) is not self._dtype:
            raise TypeError("this playground cannot view memory as another type; use astype")
        return view_of(self, self._offset, self._shape, self._steps)

    def setflags(self, write=None, align=None, uic=None):
        """Allow or forbid writing."""
        if write is not None:
            self._writeable = bool(write)


def _nested_empty(shape):
    """Lists in lists as deep as a shape without elements goes down to its first length of zero."""
    return [_nested_empty(shape[1:]) for _ in range(shape[0])]


def whole(storage, shape, kind):
    """An array that is its storage, element for element."""
    made = _new(ndarray)
    made._data = storage
    made._offset = 0
    made._shape = shape
    made._steps = (1,) if len(shape) == 1 else steps_of(shape)
    made._dtype = kind
    made._base = None
    made._whole = True
    made._writeable = True
    return made


def view_of(source, offset, shape, steps):
    """An array that shares the memory of ``source``."""
    made = _new(ndarray)
    made._data = source._data
    made._offset = offset
    made._shape = shape
    made._steps = steps
    made._dtype = source._dtype
    made._base = source if source._base is None else source._base
    made._whole = (
        offset == 0 and size_of(shape) == len(source._data) and is_contiguous(shape, steps)
    )
    made._writeable = source._writeable
    return made


def zeros_like_storage(kind, shape):
    """A new array of zeros."""
    size = size_of(shape)
    if size > SURELY_FITS:
        check_room(shape, kind)
    return whole(kind.store((0,)) * size, shape, kind)


def elements(array):
    """The raw elements in C order; the array's own storage where that is possible: read only."""
    if array._whole:
        return array._data
    return gather(array._data, array._offset, array._shape, array._steps)


def copied(array):
    """The raw elements in C order in storage of their own."""
    if array._whole:
        return array._data[:]
    return gather(array._data, array._offset, array._shape, array._steps)


def storage_as(array, kind):
    """The elements as new storage of another type, in C order."""
    if array._dtype is kind:
        return copied(array)
    from ._native import cast_storage

    return cast_storage(elements(array), array._dtype, kind)


def write(array, storage):
    """Overwrite all elements with ``storage``: same type, C order."""
    if not array._writeable:
        raise ValueError("assignment destination is read-only")
    if array._whole:
        array._data[:] = storage
    else:
        scatter(array._data, array._offset, array._shape, array._steps, storage)


def _restore(values, shape, name):
    from ._create import array

    return array(values, dtype=name).reshape(shape)
