"""Type hints of numpy; written by tests/make_stubs.py, to which the tests hold them."""

import builtins
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from . import exceptions, lib, linalg, random, testing

_ArrayLike: TypeAlias = (
    ndarray | generic | builtins.bool | int | float | complex | str | Sequence[Any]
)
_DType: TypeAlias = dtype
_DTypeLike: TypeAlias = dtype | type | str | None
_Shape: TypeAlias = int | Sequence[int]
_Axes: TypeAlias = int | Sequence[int] | None

__version__: str

def array(object: _ArrayLike, dtype: _DTypeLike = None, *, copy: builtins.bool = True, order: str = 'K', subok: builtins.bool = False, ndmin: int = 0, ndmax: int = 0, like: Any = None) -> ndarray:
    """A new array with the elements of a number, a nested sequence or an array."""

def asarray(a: _ArrayLike, dtype: _DTypeLike = None, order: str | None = None, *, device: str | None = None, copy: builtins.bool | None = None, like: Any = None) -> ndarray:
    """The argument as an array, without a copy when it is one already."""

asanyarray = asarray

def ascontiguousarray(a: _ArrayLike, dtype: _DTypeLike = None, *, like: Any = None) -> ndarray:
    """The argument as an array whose elements lie in C order."""

def zeros(shape: _Shape, dtype: _DTypeLike = None, order: str = 'C', *, device: str | None = None, like: Any = None) -> ndarray:
    """A new array of zeros."""

def ones(shape: _Shape, dtype: _DTypeLike = None, order: str = 'C', *, device: str | None = None, like: Any = None) -> ndarray:
    """A new array of ones."""

def empty(shape: _Shape, dtype: _DTypeLike = None, order: str = 'C', *, device: str | None = None, like: Any = None) -> ndarray:
    """A new array whose elements are to be set; here they begin as zeros."""

def full(shape: _Shape, fill_value: _ArrayLike, dtype: _DTypeLike = None, order: str = 'C', *, device: str | None = None, like: Any = None) -> ndarray:
    """A new array with every element equal to ``fill_value``, which may broadcast."""

def zeros_like(a: _ArrayLike, dtype: _DTypeLike = None, order: str = 'K', subok: builtins.bool = True, shape: _Shape | None = None, *, device: str | None = None) -> ndarray:
    """An array of zeros with the shape and type of ``a``."""

def ones_like(a: _ArrayLike, dtype: _DTypeLike = None, order: str = 'K', subok: builtins.bool = True, shape: _Shape | None = None, *, device: str | None = None) -> ndarray:
    """An array of ones with the shape and type of ``a``."""

def empty_like(prototype: _ArrayLike, /, dtype: _DTypeLike = None, order: str = 'K', subok: builtins.bool = True, shape: _Shape | None = None, *, device: str | None = None) -> ndarray:
    """An array with the shape and type of ``prototype``, its elements to be set."""

def full_like(a: _ArrayLike, fill_value: _ArrayLike, dtype: _DTypeLike = None, order: str = 'K', subok: builtins.bool = True, shape: _Shape | None = None, *, device: str | None = None) -> ndarray:
    """An array filled with one value, with the shape and type of ``a``."""

def eye(N: int, M: int | None = None, k: int = 0, dtype: _DTypeLike = float, order: str = 'C', *, device: str | None = None, like: Any = None) -> ndarray:
    """Ones on a diagonal, zeros elsewhere."""

def identity(n: int, dtype: _DTypeLike = None, *, like: Any = None) -> ndarray:
    """The identity matrix."""

def arange(start_or_stop: Any = None, /, stop: _ArrayLike | None = None, step: Any = 1, dtype: _DTypeLike = None, *, start: _ArrayLike | None = None, device: str | None = None, like: Any = None) -> ndarray:
    """Evenly spaced values from ``start`` (or 0) up to, not including, ``stop``."""

def linspace(start: _ArrayLike, stop: _ArrayLike, num: int = 50, endpoint: builtins.bool = True, retstep: builtins.bool = False, dtype: _DTypeLike = None, axis: _Axes = 0, *, device: str | None = None) -> Any:
    """``num`` evenly spaced values from ``start`` to ``stop``."""

def logspace(start: _ArrayLike, stop: _ArrayLike, num: int = 50, endpoint: builtins.bool = True, base: float = 10.0, dtype: _DTypeLike = None, axis: _Axes = 0) -> ndarray:
    """``num`` values whose logarithms are evenly spaced."""

def geomspace(start: _ArrayLike, stop: _ArrayLike, num: int = 50, endpoint: builtins.bool = True, dtype: _DTypeLike = None, axis: _Axes = 0) -> ndarray:
    """``num`` values that each have the same ratio to the one before."""

def meshgrid(*xi: Any, copy: builtins.bool = True, sparse: builtins.bool = False, indexing: str = 'xy') -> tuple[ndarray, ...]:
    """Coordinate arrays of the grid that coordinate vectors span."""

mgrid: Any
"""Slices as grids: ``np.mgrid[0:3, 0:4]``; a complex step counts points."""

ogrid: Any
"""Slices as grids: ``np.mgrid[0:3, 0:4]``; a complex step counts points."""

def indices(dimensions: _Shape, dtype: _DTypeLike = int, sparse: builtins.bool = False) -> Any:
    """For each axis of a shape, the index along it at every place."""

def fromfunction(function: Callable[..., Any], shape: _Shape, *, dtype: _DTypeLike = float, like: Any = None, **kwargs: Any) -> Any:
    """Call ``function`` with the index arrays of ``shape``."""

def fromiter(iter: Any, dtype: _DTypeLike, count: int = -1, *, like: Any = None) -> ndarray:
    """A one-dimensional array of the items that an iterable yields."""

def frombuffer(buffer: Any, dtype: _DTypeLike = None, count: int = -1, offset: int = 0, *, like: Any = None) -> ndarray:
    """A one-dimensional array of the numbers stored in bytes."""

def copy(a: _ArrayLike, order: str = 'K', subok: builtins.bool = False) -> ndarray:
    """A copy of the argument as an array."""

def diag(v: _ArrayLike, k: int = 0) -> ndarray:
    """The diagonal of a matrix, or the matrix with the given diagonal."""

def diagflat(v: _ArrayLike, k: int = 0) -> ndarray:
    """The matrix with the flattened argument as its diagonal."""

def tri(N: int, M: int | None = None, k: int = 0, dtype: _DTypeLike = float, *, like: Any = None) -> ndarray:
    """Ones at and below a diagonal, zeros above."""

def tril(m: _ArrayLike, k: int = 0) -> ndarray:
    """The lower triangle; zeros above the diagonal."""

def triu(m: _ArrayLike, k: int = 0) -> ndarray:
    """The upper triangle; zeros below the diagonal."""

def vander(x: _ArrayLike, N: int | None = None, increasing: builtins.bool = False) -> ndarray:
    """The matrix of powers of a vector."""

r_: Any
"""Values and slices joined by index: ``np.r_[0:3, 9]`` or as columns with ``np.c_``."""

c_: Any
"""Values and slices joined by index: ``np.r_[0:3, 9]`` or as columns with ``np.c_``."""

class dtype:
    """The type of an array's elements, such as ``dtype('float64')``."""
    def __init__(self, dtype: _DTypeLike, align: builtins.bool = False, copy: builtins.bool = False, **kwargs: Any) -> None: ...

class float64(floating, float):
    """Floating-point number of 64 bits; also a Python float."""
    def __init__(self, value: Any = 0, /) -> None: ...

double = float64

class float32(floating):
    """Floating-point number of 32 bits."""
    def __init__(self, value: Any = 0, /) -> None: ...

single = float32

class int64(signedinteger):
    """Signed integer of 64 bits."""
    def __init__(self, value: Any = 0, /) -> None: ...

int_ = int64

intp = int64

long = int64

class int32(signedinteger):
    """Signed integer of 32 bits."""
    def __init__(self, value: Any = 0, /) -> None: ...

intc = int32

class int16(signedinteger):
    """Signed integer of 16 bits."""
    def __init__(self, value: Any = 0, /) -> None: ...

short = int16

class int8(signedinteger):
    """Signed integer of 8 bits."""
    def __init__(self, value: Any = 0, /) -> None: ...

byte = int8

class uint64(unsignedinteger):
    """Unsigned integer of 64 bits."""
    def __init__(self, value: Any = 0, /) -> None: ...

uint = uint64

class uint32(unsignedinteger):
    """Unsigned integer of 32 bits."""
    def __init__(self, value: Any = 0, /) -> None: ...

uintc = uint32

class uint16(unsignedinteger):
    """Unsigned integer of 16 bits."""
    def __init__(self, value: Any = 0, /) -> None: ...

ushort = uint16

class uint8(unsignedinteger):
    """Unsigned integer of 8 bits."""
    def __init__(self, value: Any = 0, /) -> None: ...

ubyte = uint8

class bool_(generic):
    """Truth value; the only two are ``np.True_`` and ``np.False_``."""
    def __init__(self, value: Any = False, /) -> None: ...

bool = bool_

class complex128(complexfloating, complex):
    """Complex number of two 64-bit parts; also a Python complex."""
    def __init__(self, real: _ArrayLike = 0, imag: _ArrayLike = 0, /) -> None: ...

cdouble = complex128

class generic:
    """Base of all scalar types."""
    def __add__(self, other: Any, /) -> Any: ...
    def __radd__(self, other: Any, /) -> Any: ...
    def __sub__(self, other: Any, /) -> Any: ...
    def __rsub__(self, other: Any, /) -> Any: ...
    def __mul__(self, other: Any, /) -> Any: ...
    def __rmul__(self, other: Any, /) -> Any: ...
    def __truediv__(self, other: Any, /) -> Any: ...
    def __rtruediv__(self, other: Any, /) -> Any: ...
    def __floordiv__(self, other: Any, /) -> Any: ...
    def __rfloordiv__(self, other: Any, /) -> Any: ...
    def __mod__(self, other: Any, /) -> Any: ...
    def __rmod__(self, other: Any, /) -> Any: ...
    def __matmul__(self, other: Any, /) -> Any: ...
    def __rmatmul__(self, other: Any, /) -> Any: ...
    def __and__(self, other: Any, /) -> Any: ...
    def __rand__(self, other: Any, /) -> Any: ...
    def __or__(self, other: Any, /) -> Any: ...
    def __ror__(self, other: Any, /) -> Any: ...
    def __xor__(self, other: Any, /) -> Any: ...
    def __rxor__(self, other: Any, /) -> Any: ...
    def __lshift__(self, other: Any, /) -> Any: ...
    def __rlshift__(self, other: Any, /) -> Any: ...
    def __rshift__(self, other: Any, /) -> Any: ...
    def __rrshift__(self, other: Any, /) -> Any: ...
    def __lt__(self, other: Any, /) -> Any: ...
    def __le__(self, other: Any, /) -> Any: ...
    def __gt__(self, other: Any, /) -> Any: ...
    def __ge__(self, other: Any, /) -> Any: ...
    def __neg__(self) -> Any: ...
    def __pos__(self) -> Any: ...
    def __abs__(self) -> Any: ...
    def __invert__(self) -> Any: ...

class number(generic):
    """Base of all numeric scalar types."""

class integer(number):
    """Base of all integer scalar types."""
    def __init__(self, value: Any = 0, /) -> None: ...

class signedinteger(integer):
    """Base of the signed integer scalar types."""
    def __init__(self, value: Any = 0, /) -> None: ...

class unsignedinteger(integer):
    """Base of the unsigned integer scalar types."""
    def __init__(self, value: Any = 0, /) -> None: ...

class inexact(number):
    """Base of the scalar types that round."""

class floating(inexact):
    """Base of the floating-point scalar types."""

class complexfloating(inexact):
    """Base of the complex scalar types."""

def astype(x: _ArrayLike, dtype: _DTypeLike, /, *, copy: builtins.bool = True, device: str | None = None) -> ndarray:
    """The elements of an array cast to another type."""

def result_type(*arrays_and_dtypes: Any) -> _DType:
    """The dtype that results from applying the promotion rules to the arguments."""

def promote_types(type1: _DTypeLike, type2: _DTypeLike, /) -> _DType:
    """The smallest dtype to which both types can be cast safely."""

def can_cast(from_: Any, to: Any, casting: str = 'safe') -> builtins.bool:
    """Whether a cast between two types is allowed under a casting rule."""

def issubdtype(arg1: Any, arg2: Any) -> builtins.bool:
    """Whether the first type is, or lies below, the second in the type hierarchy."""

class iinfo:
    """The limits of an integer type: ``min``, ``max``, ``bits``."""
    def __init__(self, int_type: Any) -> None: ...

class finfo:
    """The limits of a floating-point type: ``eps``, ``max``, ``min``, ``tiny`` and more."""
    def __init__(self, dtype: _DTypeLike) -> None: ...

def isscalar(element: _ArrayLike) -> builtins.bool:
    """Whether the argument is a single number or string, not an array."""

def isrealobj(x: _ArrayLike) -> builtins.bool:
    """Whether the type of the argument is real."""

def iscomplexobj(x: _ArrayLike) -> builtins.bool:
    """Whether the type of the argument is complex."""

pi: float
"""The circumference of a circle over its diameter, 3.14159..."""

e: float
"""The base of natural logarithms, 2.71828..."""

euler_gamma: float
"""Euler's constant, 0.57721..."""

inf: float
"""Infinity."""

nan: float
"""Not a number."""

newaxis: None
"""None; in an index it adds an axis of length one."""

True_: bool_
"""The true scalar of type bool."""

False_: bool_
"""The false scalar of type bool."""

class ndarray:
    """A block of equal numbers with a shape, reached by index along each axis."""
    def __init__(self, shape: _Shape, dtype: _DTypeLike = None, buffer: Any = None, offset: int = 0, strides: Sequence[int] | None = None, order: str | None = None) -> None: ...
    @property
    def shape(self) -> tuple[int, ...]:
        """The length along each axis."""
    @property
    def ndim(self) -> int:
        """The number of axes."""
    @property
    def size(self) -> int:
        """The number of elements."""
    @property
    def dtype(self) -> _DType:
        """The type of the elements."""
    @property
    def T(self) -> ndarray:
        """The array with its axes reversed, as a view."""
    @property
    def mT(self) -> ndarray:
        """The array with its last two axes exchanged, as a view."""
    @property
    def strides(self) -> tuple[int, ...]:
        """Bytes from one element to the next along each axis."""
    @property
    def itemsize(self) -> int:
        """Bytes an element takes."""
    @property
    def nbytes(self) -> int:
        """Bytes all elements take."""
    @property
    def base(self) -> ndarray | None:
        """The array whose memory this one shares, or None."""
    @property
    def flat(self) -> flatiter:
        """The elements in C order, to iterate over, read and write."""
    @property
    def flags(self) -> Any:
        """How the elements lie in memory."""
    @property
    def real(self) -> ndarray:
        """The real part; the array itself when it is real."""
    @property
    def imag(self) -> ndarray:
        """The imaginary part; of real numbers, zeros that cannot be written to."""
    def astype(self, dtype: _DTypeLike, order: str = 'K', casting: str = 'unsafe', subok: builtins.bool = True, copy: builtins.bool = True) -> ndarray:
        """The elements cast to another type; a copy unless ``copy=False`` and nothing changes."""
    def item(self, *args: Any) -> Any:
        """One element as a Python number."""
    def tolist(self) -> list[Any]:
        """The elements as nested lists of Python numbers."""
    def fill(self, value: _ArrayLike) -> None:
        """Set every element to ``value``."""
    def copy(self, order: str = 'C') -> ndarray:
        """A new array with the same elements in memory of its own."""
    def view(self, dtype: _DTypeLike = None) -> ndarray:
        """A new array object that looks at the same memory."""
    def setflags(self, write: builtins.bool | None = None, align: builtins.bool | None = None, uic: builtins.bool | None = None) -> None:
        """Allow or forbid writing."""
    def reshape(self, *shape: Any, order: str = 'C', copy: builtins.bool | None = None) -> ndarray:
        """The same elements in another shape; one length may be -1 and is worked out."""
    def ravel(self, order: str = 'C') -> ndarray:
        """The elements in one dimension; a view where they lie one after another."""
    def flatten(self, order: str = 'C') -> ndarray:
        """A copy of the elements in one dimension."""
    def transpose(self, *axes: Any) -> ndarray:
        """The array with its axes reversed or put in the given order, as a view."""
    def squeeze(self, axis: _Axes = None) -> ndarray:
        """The array without its axes of length one, as a view."""
    def swapaxes(self, axis1: int, axis2: int) -> ndarray:
        """The array with two axes exchanged, as a view."""
    def repeat(self, repeats: _ArrayLike, axis: _Axes = None) -> ndarray:
        """Each element repeated, along an axis or in the flattened array."""
    def sum(self, axis: _Axes = None, dtype: _DTypeLike = None, out: ndarray | None = None, keepdims: builtins.bool = False, initial: Any = None, where: _ArrayLike = True) -> Any:
        """The sum of the elements along axes; of all elements when no axis is given."""
    def prod(self, axis: _Axes = None, dtype: _DTypeLike = None, out: ndarray | None = None, keepdims: builtins.bool = False, initial: Any = None, where: _ArrayLike = True) -> Any:
        """The product of the elements along axes."""
    def mean(self, axis: _Axes = None, dtype: _DTypeLike = None, out: ndarray | None = None, keepdims: builtins.bool = False, *, where: _ArrayLike = True) -> Any:
        """The arithmetic mean of the elements along axes."""
    def std(self, axis: _Axes = None, dtype: _DTypeLike = None, out: ndarray | None = None, ddof: int = 0, keepdims: builtins.bool = False, *, where: _ArrayLike = True, mean: Any = None, correction: Any = None) -> Any:
        """The standard deviation along axes: the root of the variance."""
    def var(self, axis: _Axes = None, dtype: _DTypeLike = None, out: ndarray | None = None, ddof: int = 0, keepdims: builtins.bool = False, *, where: _ArrayLike = True, mean: Any = None, correction: Any = None) -> Any:
        """The variance along axes: the mean squared distance from the mean, over N - ddof."""
    def min(self, axis: _Axes = None, out: ndarray | None = None, keepdims: builtins.bool = False, initial: Any = None, where: _ArrayLike = True) -> Any:
        """The smallest element along axes; NaN where there is one."""
    def max(self, axis: _Axes = None, out: ndarray | None = None, keepdims: builtins.bool = False, initial: Any = None, where: _ArrayLike = True) -> Any:
        """The largest element along axes; NaN where there is one."""
    def argmin(self, axis: _Axes = None, out: ndarray | None = None, *, keepdims: builtins.bool = False) -> Any:
        """Where the smallest element is first, along an axis or in the flattened array."""
    def argmax(self, axis: _Axes = None, out: ndarray | None = None, *, keepdims: builtins.bool = False) -> Any:
        """Where the largest element is first, along an axis or in the flattened array."""
    def any(self, axis: _Axes = None, out: ndarray | None = None, keepdims: builtins.bool = False, *, where: _ArrayLike = True) -> Any:
        """Whether any element along axes is true."""
    def all(self, axis: _Axes = None, out: ndarray | None = None, keepdims: builtins.bool = False, *, where: _ArrayLike = True) -> Any:
        """Whether all elements along axes are true."""
    def cumsum(self, axis: _Axes = None, dtype: _DTypeLike = None, out: ndarray | None = None) -> ndarray:
        """The running sum along an axis, or over the flattened array."""
    def cumprod(self, axis: _Axes = None, dtype: _DTypeLike = None, out: ndarray | None = None) -> ndarray:
        """The running product along an axis, or over the flattened array."""
    def clip(self, min: _ArrayLike | None = None, max: _ArrayLike | None = None, out: ndarray | None = None, **kwargs: Any) -> ndarray:
        """The elements kept within limits; None is no limit."""
    def round(self, decimals: int = 0, out: ndarray | None = None) -> ndarray:
        """The elements rounded to a number of decimals, halves to even."""
    def conj(self) -> ndarray:
        """The complex conjugate of every element; the array itself when it is real."""
    def conjugate(self) -> ndarray:
        """The complex conjugate of every element; the array itself when it is real."""
    def sort(self, axis: _Axes = -1, kind: str | None = None, order: str | None = None, *, stable: builtins.bool | None = None) -> None:
        """Sort along an axis in place; NaN goes last."""
    def argsort(self, axis: _Axes = -1, kind: str | None = None, order: str | None = None, *, stable: builtins.bool | None = None) -> ndarray:
        """The order that sorts along an axis; equal elements keep theirs."""
    def partition(self, kth: int | Sequence[int], axis: _Axes = -1, kind: str = 'introselect', order: str | None = None) -> None:
        """Put the element at ``kth`` where sorting would put it, in place."""
    def argpartition(self, kth: int | Sequence[int], axis: _Axes = -1, kind: str = 'introselect', order: str | None = None) -> ndarray:
        """The order that puts the element at ``kth`` where sorting would put it."""
    def searchsorted(self, v: _ArrayLike, side: str = 'left', sorter: _ArrayLike | None = None) -> Any:
        """Where values would go in a sorted array to keep it sorted."""
    def nonzero(self) -> tuple[ndarray, ...]:
        """For each axis, the indices of the elements that are not zero."""
    def take(self, indices: _ArrayLike, axis: _Axes = None, out: ndarray | None = None, mode: str = 'raise') -> Any:
        """Elements at the indices, along an axis or of the flattened array."""
    def put(self, ind: Any, v: _ArrayLike, mode: str = 'raise') -> None:
        """Assign to places of the flattened array, one after another; values repeat as needed."""
    def choose(self, choices: _ArrayLike, out: ndarray | None = None, mode: str = 'raise') -> ndarray:
        """For each element the value of the choice that it numbers."""
    def compress(self, condition: _ArrayLike, axis: _Axes = None, out: ndarray | None = None) -> ndarray:
        """The slices along an axis where the condition is true."""
    def diagonal(self, offset: int = 0, axis1: int = 0, axis2: int = 1) -> ndarray:
        """The diagonal of the plane of two axes, as a read-only view."""
    def trace(self, offset: int = 0, axis1: int = 0, axis2: int = 1, dtype: _DTypeLike = None, out: ndarray | None = None) -> Any:
        """The sum along a diagonal."""
    def dot(self, b: _ArrayLike, out: ndarray | None = None) -> Any:
        """The sum of products over the last axis of ``a`` and the second to last of ``b``."""
    def __add__(self, other: Any, /) -> Any: ...
    def __radd__(self, other: Any, /) -> Any: ...
    def __sub__(self, other: Any, /) -> Any: ...
    def __rsub__(self, other: Any, /) -> Any: ...
    def __mul__(self, other: Any, /) -> Any: ...
    def __rmul__(self, other: Any, /) -> Any: ...
    def __truediv__(self, other: Any, /) -> Any: ...
    def __rtruediv__(self, other: Any, /) -> Any: ...
    def __floordiv__(self, other: Any, /) -> Any: ...
    def __rfloordiv__(self, other: Any, /) -> Any: ...
    def __mod__(self, other: Any, /) -> Any: ...
    def __rmod__(self, other: Any, /) -> Any: ...
    def __pow__(self, other: Any, /) -> Any: ...
    def __rpow__(self, other: Any, /) -> Any: ...
    def __matmul__(self, other: Any, /) -> Any: ...
    def __rmatmul__(self, other: Any, /) -> Any: ...
    def __and__(self, other: Any, /) -> Any: ...
    def __rand__(self, other: Any, /) -> Any: ...
    def __or__(self, other: Any, /) -> Any: ...
    def __ror__(self, other: Any, /) -> Any: ...
    def __xor__(self, other: Any, /) -> Any: ...
    def __rxor__(self, other: Any, /) -> Any: ...
    def __lshift__(self, other: Any, /) -> Any: ...
    def __rlshift__(self, other: Any, /) -> Any: ...
    def __rshift__(self, other: Any, /) -> Any: ...
    def __rrshift__(self, other: Any, /) -> Any: ...
    def __lt__(self, other: Any, /) -> Any: ...
    def __le__(self, other: Any, /) -> Any: ...
    def __gt__(self, other: Any, /) -> Any: ...
    def __ge__(self, other: Any, /) -> Any: ...
    def __neg__(self) -> Any: ...
    def __pos__(self) -> Any: ...
    def __abs__(self) -> Any: ...
    def __invert__(self) -> Any: ...
    def __getitem__(self, key: Any, /) -> Any: ...
    def __setitem__(self, key: Any, value: _ArrayLike, /) -> None: ...
    def __iter__(self) -> Iterator[Any]: ...
    def __len__(self) -> int: ...

def shape(a: _ArrayLike) -> tuple[int, ...]:
    """The length of the argument along each axis."""

def ndim(a: _ArrayLike) -> int:
    """The number of axes of the argument."""

def size(a: _ArrayLike, axis: _Axes = None) -> int:
    """The number of elements, in all or along an axis."""

class flatiter:
    """Iterator over an array's elements that can also be indexed and assigned."""
    def __init__(self, base: float) -> None: ...

def where(condition: _ArrayLike, x: _ArrayLike | None = None, y: _ArrayLike | None = None, /) -> Any:
    """Elements of ``x`` where the condition is true, of ``y`` elsewhere; alone, ``nonzero``."""

def nonzero(a: _ArrayLike) -> tuple[ndarray, ...]:
    """For each axis, the indices of the elements that are not zero."""

def argwhere(a: _ArrayLike) -> ndarray:
    """The multi-indices of the elements that are not zero, one a row."""

def flatnonzero(a: _ArrayLike) -> ndarray:
    """The places in the flattened array that are not zero."""

def take(a: _ArrayLike, indices: _ArrayLike, axis: _Axes = None, out: ndarray | None = None, mode: str = 'raise') -> Any:
    """Elements at the indices, along an axis or of the flattened array."""

def take_along_axis(arr: _ArrayLike, indices: _ArrayLike, axis: _Axes = -1) -> ndarray:
    """Elements picked by an index array that runs along one axis, as argsort returns it."""

def put_along_axis(arr: _ArrayLike, indices: _ArrayLike, values: _ArrayLike, axis: _Axes) -> None:
    """Assign to the elements picked by an index array that runs along one axis."""

def put(a: _ArrayLike, ind: Any, v: _ArrayLike, mode: str = 'raise') -> None:
    """Assign to places of the flattened array, one after another; values repeat as needed."""

def choose(a: _ArrayLike, choices: _ArrayLike, out: ndarray | None = None, mode: str = 'raise') -> ndarray:
    """For each element the value of the choice that it numbers."""

def select(condlist: Sequence[_ArrayLike], choicelist: Sequence[_ArrayLike], default: Any = 0) -> Any:
    """For each element the choice of the first condition that is true."""

def compress(condition: _ArrayLike, a: _ArrayLike, axis: _Axes = None, out: ndarray | None = None) -> ndarray:
    """The slices along an axis where the condition is true."""

def extract(condition: _ArrayLike, arr: _ArrayLike) -> ndarray:
    """The elements where the condition is true, flattened."""

def isin(element: _ArrayLike, test_elements: _ArrayLike, assume_unique: builtins.bool = False, invert: builtins.bool = False, *, kind: str | None = None) -> ndarray:
    """For each element whether it is among the test elements."""

def ix_(*args: Any) -> tuple[ndarray, ...]:
    """Index arrays that pick the grid of all combinations."""

def diag_indices(n: int, ndim: int = 2) -> tuple[ndarray, ...]:
    """The indices of the main diagonal."""

def tril_indices(n: int, k: int = 0, m: int | None = None) -> tuple[ndarray, ...]:
    """The indices of the lower triangle."""

def triu_indices(n: int, k: int = 0, m: int | None = None) -> tuple[ndarray, ...]:
    """The indices of the upper triangle."""

def fill_diagonal(a: _ArrayLike, val: _ArrayLike, wrap: builtins.bool = False) -> None:
    """Set the main diagonal in place."""

def unravel_index(indices: _ArrayLike, shape: _Shape, order: str = 'C') -> Any:
    """Places in the flattened array as one index array an axis."""

def ravel_multi_index(multi_index: _ArrayLike, dims: _Shape, mode: str = 'raise', order: str = 'C') -> Any:
    """Index arrays, one an axis, as places in the flattened array."""

def ndenumerate(arr: _ArrayLike) -> Iterator[Any]:
    """Pairs of multi-index and element."""

def ndindex(*shape: Any) -> Iterator[Any]:
    """All multi-indices of a shape."""

add: _Binary
"""x1 + x2, element by element."""

subtract: _Binary
"""x1 - x2, element by element."""

multiply: _Binary
"""x1 * x2, element by element."""

divide: _Binary
"""x1 / x2; whole numbers give floats."""

true_divide = divide

floor_divide: _Binary
"""The largest integer not above x1 / x2."""

remainder: _Binary
"""The remainder of x1 / x2 with the sign of x2, as Python's %."""

mod = remainder

fmod: _Binary
"""The remainder of x1 / x2 with the sign of x1, as in C."""

def divmod(x1: _ArrayLike, x2: _ArrayLike, /, out: tuple[ndarray | None, ndarray | None] = (None, None), *, where: _ArrayLike = True, casting: str = 'same_kind', order: str = 'K', dtype: _DTypeLike = None, subok: builtins.bool = True, signature: Any = None) -> tuple[ndarray, ...]:
    """Rounded-down quotient and remainder."""

power: _Binary
"""x1 to the power x2."""

pow = power

float_power: _Binary
"""x1 to the power x2, always in floats."""

negative: _Unary
"""-x."""

positive: _Unary
"""+x."""

abs: _Unary
"""The absolute value."""

absolute = abs

fabs: _Unary
"""The absolute value as a float."""

sign: _Unary
"""-1, 0 or 1, as the sign of x."""

signbit: _Unary
"""True where the sign bit is set."""

copysign: _Binary
"""The size of x1 with the sign of x2."""

square: _Unary
"""x times x."""

sqrt: _Unary
"""The square root."""

cbrt: _Unary
"""The cube root."""

reciprocal: _Unary
"""1 / x."""

hypot: _Binary
"""sqrt(x1**2 + x2**2) without overflow."""

exp: _Unary
"""e to the power x."""

exp2: _Unary
"""Two to the power x."""

expm1: _Unary
"""exp(x) - 1, exact near zero."""

log: _Unary
"""The natural logarithm."""

log2: _Unary
"""The logarithm to base two."""

log10: _Unary
"""The logarithm to base ten."""

log1p: _Unary
"""log(1 + x), exact near zero."""

logaddexp: _Binary
"""log(exp(x1) + exp(x2)) without overflow."""

logaddexp2: _Binary
"""log2(2**x1 + 2**x2) without overflow."""

sin: _Unary
"""The sine of an angle in radians."""

cos: _Unary
"""The cosine of an angle in radians."""

tan: _Unary
"""The tangent of an angle in radians."""

arcsin: _Unary
"""The angle whose sine is x."""

asin = arcsin

arccos: _Unary
"""The angle whose cosine is x."""

acos = arccos

arctan: _Unary
"""The angle whose tangent is x."""

atan = arctan

arctan2: _Binary
"""The angle of the point (x2, x1)."""

atan2 = arctan2

sinh: _Unary
"""The hyperbolic sine."""

cosh: _Unary
"""The hyperbolic cosine."""

tanh: _Unary
"""The hyperbolic tangent."""

arcsinh: _Unary
"""The inverse of sinh."""

asinh = arcsinh

arccosh: _Unary
"""The inverse of cosh."""

acosh = arccosh

arctanh: _Unary
"""The inverse of tanh."""

atanh = arctanh

deg2rad: _Unary
"""Degrees as radians."""

radians = deg2rad

rad2deg: _Unary
"""Radians as degrees."""

degrees = rad2deg

floor: _Unary
"""The largest whole number not above x."""

ceil: _Unary
"""The smallest whole number not below x."""

trunc: _Unary
"""x without its fraction."""

rint: _Unary
"""The nearest whole number, halves to even."""

def round(a: _ArrayLike, decimals: int = 0, out: ndarray | None = None) -> Any:
    """The elements rounded to a number of decimals, halves to even."""

around = round

def fix(x: _ArrayLike, out: ndarray | None = None) -> Any:
    """The elements rounded towards zero."""

def modf(x: _ArrayLike, /, out: tuple[ndarray | None, ndarray | None] = (None, None), *, where: _ArrayLike = True, casting: str = 'same_kind', order: str = 'K', dtype: _DTypeLike = None, subok: builtins.bool = True, signature: Any = None) -> tuple[ndarray, ...]:
    """Fraction and whole part, both with the sign of x."""

nextafter: _Binary
"""The next float after x1 towards x2."""

heaviside: _Binary
"""0 below zero, 1 above, x2 at zero."""

maximum: _Binary
"""The larger of x1 and x2; NaN wins."""

minimum: _Binary
"""The smaller of x1 and x2; NaN wins."""

fmax: _Binary
"""The larger of x1 and x2; a number wins over NaN."""

fmin: _Binary
"""The smaller of x1 and x2; a number wins over NaN."""

def clip(a: _ArrayLike, a_min: _ArrayLike | None = None, a_max: _ArrayLike | None = None, out: ndarray | None = None, *, min: _ArrayLike | None = None, max: _ArrayLike | None = None, **kwargs: Any) -> Any:
    """The elements kept within limits; None is no limit."""

equal: _Binary
"""x1 == x2, element by element."""

not_equal: _Binary
"""x1 != x2, element by element."""

less: _Binary
"""x1 < x2, element by element."""

less_equal: _Binary
"""x1 <= x2, element by element."""

greater: _Binary
"""x1 > x2, element by element."""

greater_equal: _Binary
"""x1 >= x2, element by element."""

logical_and: _Binary
"""Both are true."""

logical_or: _Binary
"""At least one is true."""

logical_xor: _Binary
"""Exactly one is true."""

logical_not: _Unary
"""True where x is zero or false."""

isnan: _Unary
"""True where x is not a number."""

isinf: _Unary
"""True where x is infinite."""

isfinite: _Unary
"""True where x is neither infinite nor NaN."""

def isposinf(x: _ArrayLike, out: ndarray | None = None) -> Any:
    """True where x is positive infinity."""

def isneginf(x: _ArrayLike, out: ndarray | None = None) -> Any:
    """True where x is negative infinity."""

def isreal(x: _ArrayLike) -> Any:
    """For each element whether its imaginary part is zero."""

bitwise_and: _Binary
"""The bits set in both."""

bitwise_or: _Binary
"""The bits set in either."""

bitwise_xor: _Binary
"""The bits set in exactly one."""

invert: _Unary
"""Every bit turned over."""

bitwise_not = invert

bitwise_invert = invert

left_shift: _Binary
"""Bits moved up by x2."""

bitwise_left_shift = left_shift

right_shift: _Binary
"""Bits moved down by x2."""

bitwise_right_shift = right_shift

gcd: _Binary
"""The greatest common divisor."""

lcm: _Binary
"""The least common multiple."""

def real(val: _ArrayLike) -> Any:
    """The real part."""

def imag(val: _ArrayLike) -> Any:
    """The imaginary part."""

conj: _Unary
"""The complex conjugate."""

conjugate = conj

def nan_to_num(x: _ArrayLike, copy: builtins.bool = True, nan: float = 0.0, posinf: Any = None, neginf: Any = None) -> Any:
    """NaN and infinities replaced by numbers."""

class ufunc:
    """A function that works element by element on broadcast arrays."""
    def reduce(self, array: _ArrayLike, /, axis: _Axes = 0, dtype: _DTypeLike = None, out: ndarray | None = None, keepdims: builtins.bool = False, initial: Any = None, where: _ArrayLike = True) -> Any:
        """Combine the elements along an axis into one."""
    def accumulate(self, array: _ArrayLike, /, axis: _Axes = 0, dtype: _DTypeLike = None, out: ndarray | None = None) -> ndarray:
        """The results of combining ever more elements along an axis."""
    def outer(self, A: _ArrayLike, B: _ArrayLike, /, **kwargs: Any) -> ndarray:
        """The function of every pair of elements."""
    def at(self, a: _ArrayLike, indices: _ArrayLike, b: _ArrayLike | None = None, /) -> None:
        """Apply in place at the indices, each repetition counted."""
    def __call__(self, *args: Any, **kwargs: Any) -> Any: ...

class _Unary(ufunc):
    def __call__(self, x: _ArrayLike, /, out: ndarray | None = None, *, where: _ArrayLike = True, casting: str = 'same_kind', order: str = 'K', dtype: _DTypeLike = None, subok: builtins.bool = True, signature: Any = None) -> ndarray: ...

class _Binary(ufunc):
    def __call__(self, x1: _ArrayLike, x2: _ArrayLike, /, out: ndarray | None = None, *, where: _ArrayLike = True, casting: str = 'same_kind', order: str = 'K', dtype: _DTypeLike = None, subok: builtins.bool = True, signature: Any = None) -> ndarray: ...

def sum(a: _ArrayLike, axis: _Axes = None, dtype: _DTypeLike = None, out: ndarray | None = None, keepdims: builtins.bool = False, initial: Any = None, where: _ArrayLike = True) -> Any:
    """The sum of the elements along axes; of all elements when no axis is given."""

def prod(a: _ArrayLike, axis: _Axes = None, dtype: _DTypeLike = None, out: ndarray | None = None, keepdims: builtins.bool = False, initial: Any = None, where: _ArrayLike = True) -> Any:
    """The product of the elements along axes."""

def mean(a: _ArrayLike, axis: _Axes = None, dtype: _DTypeLike = None, out: ndarray | None = None, keepdims: builtins.bool = False, *, where: _ArrayLike = True) -> Any:
    """The arithmetic mean of the elements along axes."""

def std(a: _ArrayLike, axis: _Axes = None, dtype: _DTypeLike = None, out: ndarray | None = None, ddof: int = 0, keepdims: builtins.bool = False, *, where: _ArrayLike = True, mean: Any = None, correction: Any = None) -> Any:
    """The standard deviation along axes: the root of the variance."""

def var(a: _ArrayLike, axis: _Axes = None, dtype: _DTypeLike = None, out: ndarray | None = None, ddof: int = 0, keepdims: builtins.bool = False, *, where: _ArrayLike = True, mean: Any = None, correction: Any = None) -> Any:
    """The variance along axes: the mean squared distance from the mean, over N - ddof."""

def min(a: _ArrayLike, axis: _Axes = None, out: ndarray | None = None, keepdims: builtins.bool = False, initial: Any = None, where: _ArrayLike = True) -> Any:
    """The smallest element along axes; NaN where there is one."""

amin = min

def max(a: _ArrayLike, axis: _Axes = None, out: ndarray | None = None, keepdims: builtins.bool = False, initial: Any = None, where: _ArrayLike = True) -> Any:
    """The largest element along axes; NaN where there is one."""

amax = max

def ptp(a: _ArrayLike, axis: _Axes = None, out: ndarray | None = None, keepdims: builtins.bool = False) -> Any:
    """The distance from the smallest to the largest element along axes."""

def argmin(a: _ArrayLike, axis: _Axes = None, out: ndarray | None = None, *, keepdims: builtins.bool = False) -> Any:
    """Where the smallest element is first, along an axis or in the flattened array."""

def argmax(a: _ArrayLike, axis: _Axes = None, out: ndarray | None = None, *, keepdims: builtins.bool = False) -> Any:
    """Where the largest element is first, along an axis or in the flattened array."""

def any(a: _ArrayLike, axis: _Axes = None, out: ndarray | None = None, keepdims: builtins.bool = False, *, where: _ArrayLike = True) -> Any:
    """Whether any element along axes is true."""

def all(a: _ArrayLike, axis: _Axes = None, out: ndarray | None = None, keepdims: builtins.bool = False, *, where: _ArrayLike = True) -> Any:
    """Whether all elements along axes are true."""

def median(a: _ArrayLike, axis: _Axes = None, out: ndarray | None = None, overwrite_input: builtins.bool = False, keepdims: builtins.bool = False) -> Any:
    """The middle element along axes; the mean of the two middle ones of an even number."""

def percentile(a: _ArrayLike, q: _ArrayLike, axis: _Axes = None, out: ndarray | None = None, overwrite_input: builtins.bool = False, method: str = 'linear', keepdims: builtins.bool = False, *, weights: _ArrayLike | None = None) -> Any:
    """The value below which ``q`` percent of the elements lie, along axes."""

def quantile(a: _ArrayLike, q: _ArrayLike, axis: _Axes = None, out: ndarray | None = None, overwrite_input: builtins.bool = False, method: str = 'linear', keepdims: builtins.bool = False, *, weights: _ArrayLike | None = None) -> Any:
    """The value below which a share ``q`` (0 to 1) of the elements lies, along axes."""

def average(a: _ArrayLike, axis: _Axes = None, weights: _ArrayLike | None = None, returned: builtins.bool = False, *, keepdims: builtins.bool = False) -> Any:
    """The weighted mean along axes."""

def cumsum(a: _ArrayLike, axis: _Axes = None, dtype: _DTypeLike = None, out: ndarray | None = None) -> ndarray:
    """The running sum along an axis, or over the flattened array."""

def cumprod(a: _ArrayLike, axis: _Axes = None, dtype: _DTypeLike = None, out: ndarray | None = None) -> ndarray:
    """The running product along an axis, or over the flattened array."""

def count_nonzero(a: _ArrayLike, axis: _Axes = None, *, keepdims: builtins.bool = False) -> Any:
    """How many elements along axes are not zero."""

def nansum(a: _ArrayLike, axis: _Axes = None, dtype: _DTypeLike = None, out: ndarray | None = None, keepdims: builtins.bool = False, initial: Any = None, where: _ArrayLike = True) -> Any:
    """The sum along axes, NaN counting as zero."""

def nanprod(a: _ArrayLike, axis: _Axes = None, dtype: _DTypeLike = None, out: ndarray | None = None, keepdims: builtins.bool = False, initial: Any = None, where: _ArrayLike = True) -> Any:
    """The product along axes, NaN counting as one."""

def nanmean(a: _ArrayLike, axis: _Axes = None, dtype: _DTypeLike = None, out: ndarray | None = None, keepdims: builtins.bool = False, *, where: _ArrayLike = True) -> Any:
    """The mean along axes, NaN left out."""

def nanstd(a: _ArrayLike, axis: _Axes = None, dtype: _DTypeLike = None, out: ndarray | None = None, ddof: int = 0, keepdims: builtins.bool = False, *, where: _ArrayLike = True, mean: Any = None, correction: Any = None) -> Any:
    """The standard deviation along axes, NaN left out."""

def nanvar(a: _ArrayLike, axis: _Axes = None, dtype: _DTypeLike = None, out: ndarray | None = None, ddof: int = 0, keepdims: builtins.bool = False, *, where: _ArrayLike = True, mean: Any = None, correction: Any = None) -> Any:
    """The variance along axes, NaN left out: the mean squared distance, over N - ddof."""

def nanmin(a: _ArrayLike, axis: _Axes = None, out: ndarray | None = None, keepdims: builtins.bool = False, initial: Any = None, where: _ArrayLike = True) -> Any:
    """The smallest number along axes, NaN left out."""

def nanmax(a: _ArrayLike, axis: _Axes = None, out: ndarray | None = None, keepdims: builtins.bool = False, initial: Any = None, where: _ArrayLike = True) -> Any:
    """The largest number along axes, NaN left out."""

def nanargmin(a: _ArrayLike, axis: _Axes = None, out: ndarray | None = None, *, keepdims: builtins.bool = False) -> Any:
    """Where the smallest number is first along an axis, NaN left out."""

def nanargmax(a: _ArrayLike, axis: _Axes = None, out: ndarray | None = None, *, keepdims: builtins.bool = False) -> Any:
    """Where the largest number is first along an axis, NaN left out."""

def nanmedian(a: _ArrayLike, axis: _Axes = None, out: ndarray | None = None, overwrite_input: builtins.bool = False, keepdims: builtins.bool = False) -> Any:
    """The middle number along axes, NaN left out."""

def nanpercentile(a: _ArrayLike, q: _ArrayLike, axis: _Axes = None, out: ndarray | None = None, overwrite_input: builtins.bool = False, method: str = 'linear', keepdims: builtins.bool = False, *, weights: _ArrayLike | None = None) -> Any:
    """The value below which ``q`` percent of the numbers lie, NaN left out."""

def nanquantile(a: _ArrayLike, q: _ArrayLike, axis: _Axes = None, out: ndarray | None = None, overwrite_input: builtins.bool = False, method: str = 'linear', keepdims: builtins.bool = False, *, weights: _ArrayLike | None = None) -> Any:
    """The value below which a share ``q`` (0 to 1) of the numbers lies, NaN left out."""

def nancumsum(a: _ArrayLike, axis: _Axes = None, dtype: _DTypeLike = None, out: ndarray | None = None) -> ndarray:
    """The running sum along an axis, NaN counting as zero."""

def nancumprod(a: _ArrayLike, axis: _Axes = None, dtype: _DTypeLike = None, out: ndarray | None = None) -> ndarray:
    """The running product along an axis, NaN counting as one."""

def reshape(a: _ArrayLike, /, shape: _Shape, order: str = 'C', *, copy: builtins.bool | None = None) -> ndarray:
    """The same elements in another shape; one length may be -1 and is worked out."""

def ravel(a: _ArrayLike, order: str = 'C') -> ndarray:
    """The elements in one dimension; a view where they lie one after another."""

def resize(a: _ArrayLike, new_shape: _Shape) -> ndarray:
    """A new array of another shape, the elements repeated as often as needed."""

def transpose(a: _ArrayLike, axes: Any = None) -> ndarray:
    """The array with its axes reversed or put in the given order, as a view."""

permute_dims = transpose

def matrix_transpose(x: _ArrayLike, /) -> ndarray:
    """The array with its last two axes exchanged."""

def moveaxis(a: _ArrayLike, source: int | Sequence[int], destination: int | Sequence[int]) -> ndarray:
    """The array with axes moved to new places, the others in their order."""

def rollaxis(a: _ArrayLike, axis: _Axes, start: _ArrayLike = 0) -> ndarray:
    """The array with one axis moved before another."""

def swapaxes(a: _ArrayLike, axis1: int, axis2: int) -> ndarray:
    """The array with two axes exchanged, as a view."""

def squeeze(a: _ArrayLike, axis: _Axes = None) -> ndarray:
    """The array without its axes of length one, as a view."""

def expand_dims(a: _ArrayLike, axis: _Axes) -> ndarray:
    """The array with new axes of length one, as a view."""

def concatenate(arrays: Sequence[_ArrayLike], /, axis: _Axes = 0, out: ndarray | None = None, *, dtype: _DTypeLike = None, casting: str = 'same_kind') -> ndarray:
    """Arrays joined along an axis that they have."""

concat = concatenate

def stack(arrays: Sequence[_ArrayLike], axis: _Axes = 0, out: ndarray | None = None, *, dtype: _DTypeLike = None, casting: str = 'same_kind') -> ndarray:
    """Arrays of one shape joined along a new axis."""

def vstack(tup: Sequence[_ArrayLike], *, dtype: _DTypeLike = None, casting: str = 'same_kind') -> ndarray:
    """Arrays stacked as rows."""

row_stack = vstack

def hstack(tup: Sequence[_ArrayLike], *, dtype: _DTypeLike = None, casting: str = 'same_kind') -> ndarray:
    """Arrays joined side by side."""

def dstack(tup: Sequence[_ArrayLike]) -> ndarray:
    """Arrays joined along a third axis."""

def column_stack(tup: Sequence[_ArrayLike]) -> ndarray:
    """One-dimensional arrays as the columns of a matrix."""

def unstack(x: _ArrayLike, /, *, axis: _Axes = 0) -> tuple[ndarray, ...]:
    """The arrays along an axis, as a tuple of views."""

def split(ary: _ArrayLike, indices_or_sections: int | Sequence[int], axis: _Axes = 0) -> list[ndarray]:
    """The array in equal parts, or cut at the given places, as views."""

def array_split(ary: _ArrayLike, indices_or_sections: int | Sequence[int], axis: _Axes = 0) -> list[ndarray]:
    """The array in parts along an axis, as views; parts may differ by one in length."""

def hsplit(ary: _ArrayLike, indices_or_sections: int | Sequence[int]) -> list[ndarray]:
    """The array split into columns."""

def vsplit(ary: _ArrayLike, indices_or_sections: int | Sequence[int]) -> list[ndarray]:
    """The array split into groups of rows."""

def tile(A: _ArrayLike, reps: _Shape) -> ndarray:
    """The array repeated as tiles along each axis."""

def repeat(a: _ArrayLike, repeats: _ArrayLike, axis: _Axes = None) -> ndarray:
    """Each element repeated, along an axis or in the flattened array."""

def roll(a: _ArrayLike, shift: int | Sequence[int], axis: _Axes = None) -> ndarray:
    """The elements moved along axes, those pushed out coming in at the other end."""

def rot90(m: _ArrayLike, k: int = 1, axes: Any = (0, 1)) -> ndarray:
    """The plane of two axes turned by quarter turns."""

def flip(m: _ArrayLike, axis: _Axes = None) -> ndarray:
    """The elements in reverse order along axes, as a view."""

def fliplr(m: _ArrayLike) -> ndarray:
    """The columns in reverse order."""

def flipud(m: _ArrayLike) -> ndarray:
    """The rows in reverse order."""

def pad(array: _ArrayLike, pad_width: Any, mode: str = 'constant', **kwargs: Any) -> ndarray:
    """The array with elements added before and after along each axis."""

def broadcast_to(array: _ArrayLike, shape: _Shape, subok: builtins.bool = False) -> ndarray:
    """The array stretched to a shape without copying; read only."""

def broadcast_arrays(*args: Any, subok: builtins.bool = False) -> tuple[ndarray, ...]:
    """The arrays stretched to their common shape."""

def broadcast_shapes(*args: Any) -> tuple[int, ...]:
    """The shape that results from broadcasting the shapes."""

def atleast_1d(*arys: Any) -> Any:
    """The arguments as arrays with at least one dimension."""

def atleast_2d(*arys: Any) -> Any:
    """The arguments as arrays with at least two dimensions."""

def atleast_3d(*arys: Any) -> Any:
    """The arguments as arrays with at least three dimensions."""

def insert(arr: _ArrayLike, obj: Any, values: _ArrayLike, axis: _Axes = None) -> ndarray:
    """A new array with values before the named places along an axis."""

def delete(arr: _ArrayLike, obj: Any, axis: _Axes = None) -> ndarray:
    """A new array without the named places along an axis."""

def append(arr: _ArrayLike, values: _ArrayLike, axis: _Axes = None) -> ndarray:
    """A new array with values at the end."""

def copyto(dst: ndarray, src: _ArrayLike, casting: str = 'same_kind', where: _ArrayLike = True) -> None:
    """Copy values into an array, where ``where`` is true."""

def diagonal(a: _ArrayLike, offset: int = 0, axis1: int = 0, axis2: int = 1) -> ndarray:
    """The diagonal of the plane of two axes, as a read-only view."""

def sort(a: _ArrayLike, axis: _Axes = -1, kind: str | None = None, order: str | None = None, *, stable: builtins.bool | None = None) -> ndarray:
    """A sorted copy along an axis; NaN goes last."""

def argsort(a: _ArrayLike, axis: _Axes = -1, kind: str | None = None, order: str | None = None, *, stable: builtins.bool | None = None) -> ndarray:
    """The order that sorts along an axis; equal elements keep theirs."""

def partition(a: _ArrayLike, kth: int | Sequence[int], axis: _Axes = -1, kind: str = 'introselect', order: str | None = None) -> ndarray:
    """A copy in which the element at ``kth`` is where sorting would put it."""

def argpartition(a: _ArrayLike, kth: int | Sequence[int], axis: _Axes = -1, kind: str = 'introselect', order: str | None = None) -> ndarray:
    """The order that puts the element at ``kth`` where sorting would put it."""

def searchsorted(a: _ArrayLike, v: _ArrayLike, side: str = 'left', sorter: _ArrayLike | None = None) -> Any:
    """Where values would go in a sorted array to keep it sorted."""

def lexsort(keys: Sequence[_ArrayLike], axis: _Axes = -1) -> ndarray:
    """The order that sorts by the last key, then the one before, and so on."""

def unique(ar: _ArrayLike, return_index: builtins.bool = False, return_inverse: builtins.bool = False, return_counts: builtins.bool = False, axis: _Axes = None, *, equal_nan: builtins.bool = True, sorted: builtins.bool = True) -> Any:
    """The distinct elements in order, on request with places, inverse and counts."""

def bincount(x: _ArrayLike, /, weights: _ArrayLike | None = None, minlength: int = 0) -> ndarray:
    """How often each whole number from zero on occurs, or the sum of its weights."""

def digitize(x: _ArrayLike, bins: _ArrayLike, right: builtins.bool = False) -> Any:
    """For each element the number of the bin it falls in."""

def histogram(a: _ArrayLike, bins: _ArrayLike = 10, range: Any = None, density: Any = None, weights: _ArrayLike | None = None) -> tuple[ndarray, ndarray]:
    """Counts of elements in equal or given bins, and the edges of the bins."""

def union1d(ar1: _ArrayLike, ar2: _ArrayLike) -> ndarray:
    """The distinct elements of both arrays."""

def intersect1d(ar1: _ArrayLike, ar2: _ArrayLike, assume_unique: builtins.bool = False, return_indices: builtins.bool = False) -> Any:
    """The distinct elements that both arrays have; on request where each is first."""

def setdiff1d(ar1: _ArrayLike, ar2: _ArrayLike, assume_unique: builtins.bool = False) -> ndarray:
    """The distinct elements of the first array that the second lacks."""

def dot(a: _ArrayLike, b: _ArrayLike, out: ndarray | None = None) -> Any:
    """The sum of products over the last axis of ``a`` and the second to last of ``b``."""

def matmul(x1: _ArrayLike, x2: _ArrayLike, /, out: ndarray | None = None, *, axes: Any = None, axis: _Axes = None, keepdims: builtins.bool = False, casting: str = 'same_kind', order: str = 'K', dtype: _DTypeLike = None, subok: builtins.bool = True, signature: Any = None) -> Any:
    """The matrix product; leading axes are stacks that broadcast."""

def inner(a: _ArrayLike, b: _ArrayLike, /) -> Any:
    """The sum of products over the last axes."""

def outer(a: _ArrayLike, b: _ArrayLike, out: ndarray | None = None) -> ndarray:
    """Every product of an element of ``a`` and an element of ``b``, as a matrix."""

def vdot(a: _ArrayLike, b: _ArrayLike, /) -> Any:
    """The sum of products of the flattened arguments, the first conjugated."""

def vecdot(x1: _ArrayLike, x2: _ArrayLike, /, out: ndarray | None = None, *, axes: Any = None, axis: _Axes = -1, keepdims: builtins.bool = False, casting: str = 'same_kind', order: str = 'K', dtype: _DTypeLike = None, subok: builtins.bool = True, signature: Any = None) -> Any:
    """The sum of products along an axis, the first argument conjugated."""

def tensordot(a: _ArrayLike, b: _ArrayLike, axes: Any = 2) -> Any:
    """The sum of products over several axes at once."""

def einsum(*operands: Any, out: ndarray | None = None, optimize: Any = False, **kwargs: Any) -> Any:
    """The sum of products that the subscripts name, such as ``'ij,jk->ik'``."""

def kron(a: _ArrayLike, b: _ArrayLike) -> ndarray:
    """The Kronecker product: ``b`` scaled by each element of ``a``, put together."""

def cross(a: _ArrayLike, b: _ArrayLike, axisa: int = -1, axisb: int = -1, axisc: int = -1, axis: _Axes = None) -> ndarray:
    """The cross product of vectors of three numbers."""

def trace(a: _ArrayLike, offset: int = 0, axis1: int = 0, axis2: int = 1, dtype: _DTypeLike = None, out: ndarray | None = None) -> Any:
    """The sum along a diagonal."""

def diff(a: _ArrayLike, n: int = 1, axis: _Axes = -1, prepend: _ArrayLike | None = None, append: _ArrayLike | None = None) -> ndarray:
    """Each element less the one before it along an axis, ``n`` times over."""

def ediff1d(ary: _ArrayLike, to_end: Any = None, to_begin: Any = None) -> ndarray:
    """Each element of the flattened array less the one before it, with values around."""

def gradient(f: _ArrayLike, *varargs: Any, axis: _Axes = None, edge_order: int = 1) -> Any:
    """Slopes along each axis: central inside, one-sided at the ends."""

def convolve(a: _ArrayLike, v: _ArrayLike, mode: str = 'full') -> ndarray:
    """The sliding sum of products with ``v`` reversed."""

def correlate(a: _ArrayLike, v: _ArrayLike, mode: str = 'valid') -> ndarray:
    """The sliding sum of products of two one-dimensional arrays."""

def interp(x: _ArrayLike, xp: _ArrayLike, fp: _ArrayLike, left: Any = None, right: builtins.bool | None = None, period: Any = None) -> Any:
    """Values on the broken line through the points, constant beyond its ends."""

def trapezoid(y: _ArrayLike, x: _ArrayLike | None = None, dx: float = 1.0, axis: _Axes = -1) -> Any:
    """The area under a line through points, by trapezoids."""

def cov(m: _ArrayLike, y: _ArrayLike | None = None, rowvar: builtins.bool = True, bias: builtins.bool = False, ddof: int | None = None, fweights: _ArrayLike | None = None, aweights: _ArrayLike | None = None, *, dtype: _DTypeLike = None) -> ndarray:
    """The covariance matrix of variables in rows, of columns with ``rowvar=False``."""

def corrcoef(x: _ArrayLike, y: _ArrayLike | None = None, rowvar: builtins.bool = True, *, dtype: _DTypeLike = None) -> Any:
    """The matrix of correlation coefficients of variables in rows."""

def polyval(p: _ArrayLike, x: _ArrayLike) -> Any:
    """The value of a polynomial, its highest power first."""

def polyfit(x: _ArrayLike, y: _ArrayLike, deg: int, rcond: float | None = None, full: builtins.bool = False, w: _ArrayLike | None = None, cov: _ArrayLike = False) -> Any:
    """Coefficients, the highest power first, of the polynomial nearest to points.

    ``full`` adds residuals, rank, singular values and ``rcond``; ``cov`` adds the covariance."""

def apply_along_axis(func1d: Callable[..., Any], axis: _Axes, arr: _ArrayLike, *args: Any, **kwargs: Any) -> Any:
    """The function of every run along an axis."""

class vectorize:
    """A Python function of numbers as a function of arrays; a loop, so no faster."""
    def __init__(self, pyfunc: Callable[..., Any] | None = None, otypes: Any = None, doc: str | None = None, excluded: Any = None, cache: builtins.bool = False, signature: Any = None) -> None: ...

def allclose(a: _ArrayLike, b: _ArrayLike, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: builtins.bool = False) -> builtins.bool:
    """Whether all pairs of elements are equal within tolerances."""

def isclose(a: _ArrayLike, b: _ArrayLike, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: builtins.bool = False) -> Any:
    """For each pair of elements whether they are equal within tolerances."""

def array_equal(a1: _ArrayLike, a2: _ArrayLike, equal_nan: builtins.bool = False) -> builtins.bool:
    """Whether two arrays have the same shape and elements."""

def array_equiv(a1: _ArrayLike, a2: _ArrayLike) -> builtins.bool:
    """Whether two arrays are equal once broadcast."""

def shares_memory(a: _ArrayLike, b: _ArrayLike, /, max_work: int = -1) -> builtins.bool:
    """Whether two arrays have an element in common."""

def may_share_memory(a: _ArrayLike, b: _ArrayLike, /, max_work: int = 0) -> builtins.bool:
    """Whether two arrays have an element in common; here the answer is exact."""

class errstate:
    """Context manager and decorator that changes error handling for a while."""
    def __init__(self, *, call: Any = None, all: Any = None, divide: Any = None, over: Any = None, under: Any = None, invalid: Any = None) -> None: ...

def seterr(all: Any = None, divide: Any = None, over: Any = None, under: Any = None, invalid: Any = None) -> dict[str, Any]:
    """Set how floating-point errors are handled; returns the settings before."""

def geterr() -> dict[str, Any]:
    """How floating-point errors are handled now."""

def set_printoptions(precision: Any = None, threshold: Any = None, edgeitems: Any = None, linewidth: Any = None, suppress: Any = None, nanstr: Any = None, infstr: Any = None, formatter: Any = None, sign: str | None = None, floatmode: str | None = None, *, legacy: Any = None, override_repr: Any = None) -> None:
    """Change how arrays are printed: precision, threshold, linewidth, suppress and others."""

def get_printoptions() -> dict[str, Any]:
    """The current print options as a dict."""

def printoptions(*args: Any, **kwargs: Any) -> ndarray:
    """Context manager that changes print options for a while."""

def array2string(a: _ArrayLike, max_line_width: Any = None, precision: Any = None, suppress_small: Any = None, separator: str = ' ', prefix: str = '', *, formatter: Any = None, threshold: Any = None, edgeitems: Any = None, sign: str | None = None, floatmode: str | None = None, suffix: str = '', legacy: Any = None) -> str:
    """An array as text."""

def array_repr(arr: _ArrayLike, max_line_width: Any = None, precision: Any = None, suppress_small: Any = None) -> str:
    """An array as text that names what cannot be seen from the numbers."""

def array_str(a: _ArrayLike, max_line_width: Any = None, precision: Any = None, suppress_small: Any = None) -> str:
    """An array as text without commas."""

def format_float_positional(x: _ArrayLike, precision: Any = None, unique: builtins.bool = True, fractional: builtins.bool = True, trim: str = 'k', sign: builtins.bool = False, pad_left: Any = None, pad_right: Any = None, min_digits: Any = None) -> str:
    """A float as decimal digits, never with an exponent."""
