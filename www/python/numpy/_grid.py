"""Arrays built from positions: identities, diagonals, triangles, grids of coordinates."""

from . import _dtype as dt
from ._array import ndarray, whole
from ._create import arange, asarray, zeros
from ._layout import normal_shape
from ._math import greater_equal
from ._promotion import result_type
from ._shape import broadcast_to, diagonal
from ._search import nonzero, where


def eye(N, M=None, k=0, dtype=float, order="C", *, device=None, like=None):
    """Ones on a diagonal, zeros elsewhere."""
    N, k = int(N), int(k)
    columns = N if M is None else int(M)
    made = zeros((N, columns), dtype, device=device, like=like)
    one = 1 + 0j if made.dtype.kind == "c" else 1
    for row in range(max(0, -k), min(made._shape[0], columns - k)):
        made._data[row * columns + row + k] = one
    return made


def identity(n, dtype=None, *, like=None):
    """The identity matrix."""
    return eye(n, dtype=float if dtype is None else dtype, like=like)


def diag(v, k=0):
    """The diagonal of a matrix, or the matrix with the given diagonal."""
    v = asarray(v)
    if v.ndim == 2:
        return diagonal(v, k)
    if v.ndim != 1:
        raise ValueError("Input must be 1- or 2-d.")
    size = len(v) + abs(k)
    made = zeros((size, size), v._dtype)
    if len(v):
        rows = arange(len(v)) + max(0, -k)
        made[rows, rows + k] = v
    return made


def diagflat(v, k=0):
    """The matrix with the flattened argument as its diagonal."""
    return diag(asarray(v).ravel(), k)


def fill_diagonal(a, val, wrap=False):
    """Set the main diagonal in place."""
    if a.ndim < 2:
        raise ValueError("array must be at least 2-d")
    places = arange(min(a._shape))
    a[(places,) * a.ndim] = val


def diag_indices(n, ndim=2):
    """The indices of the main diagonal."""
    return (arange(n),) * ndim


def tri(N, M=None, k=0, dtype=float, *, like=None):
    """Ones at and below a diagonal, zeros above."""
    columns = N if M is None else M
    rows = arange(N).reshape(-1, 1) if N else zeros((0, 1), int)
    return greater_equal(rows, arange(-k, columns - k)).astype(dtype)


def tril(m, k=0):
    """The lower triangle; zeros above the diagonal."""
    m = asarray(m)
    mask = tri(*m._shape[-2:], k=k, dtype=bool)
    return where(mask, m, m._dtype.box(0))


def triu(m, k=0):
    """The upper triangle; zeros below the diagonal."""
    m = asarray(m)
    mask = tri(*m._shape[-2:], k=k - 1, dtype=bool)
    return where(mask, m._dtype.box(0), m)


def tril_indices(n, k=0, m=None):
    """The indices of the lower triangle."""
    return nonzero(tri(n, m, k, bool))


def triu_indices(n, k=0, m=None):
    """The indices of the upper triangle."""
    return nonzero(~tri(n, m, k - 1, bool))


def vander(x, N=None, increasing=False):
    """The matrix of powers of a vector."""
    x = asarray(x)
    powers = arange(len(x) if N is None else N)
    return x.reshape(-1, 1) ** (powers if increasing else powers[::-1])


def indices(dimensions, dtype=int, sparse=False):
    """For each axis of a shape, the index along it at every place."""
    shape = normal_shape(dimensions)
    parts = []
    for axis, length in enumerate(shape):
        lengths = tuple(length if k == axis else 1 for k in range(len(shape)))
        parts.append(arange(length, dtype=dtype).reshape(lengths))
    if sparse:
        return tuple(parts)
    from ._join import stack

    if not parts:
        return whole(dt.lookup(dtype).store(()), (0,), dt.lookup(dtype))
    return stack([broadcast_to(part, shape) for part in parts])


def meshgrid(*xi, copy=True, sparse=False, indexing="xy"):
    """Coordinate arrays of the grid that coordinate vectors span."""
    if indexing not in ("xy", "ij"):
        raise ValueError("Valid values for `indexing` are 'xy' and 'ij'.")
    vectors = [asarray(one).ravel() for one in xi]
    ndim = len(vectors)
    made = [one.reshape((1,) * k + (-1,) + (1,) * (ndim - k - 1)) for k, one in enumerate(vectors)]
    if indexing == "xy" and ndim > 1:
        made[0] = made[0].reshape((1, -1) + (1,) * (ndim - 2))
        made[1] = made[1].reshape((-1, 1) + (1,) * (ndim - 2))
    if not sparse:
        shape = [one.size for one in vectors]
        if indexing == "xy" and ndim > 1:
            shape[0], shape[1] = shape[1], shape[0]
        made = [broadcast_to(one, tuple(shape)) for one in made]
    return tuple(one.copy() for one in made) if copy else tuple(made)


class _Grid:
    """Slices as grids: ``np.mgrid[0:3, 0:4]``; a complex step counts points."""

    def __init__(self, sparse):
        self._sparse = sparse

    def __getitem__(self, key):
        from ._join import stack

        if isinstance(key, slice):
            return _range_of(key)
        vectors = [_range_of(one) for one in key]
        grids = meshgrid(*vectors, sparse=self._sparse, indexing="ij")
        return grids if self._sparse else stack(grids)


def _range_of(key):
    from ._create import linspace

    start, step = key.start or 0, key.step or 1
    if isinstance(step, complex):
        return linspace(start, key.stop, int(abs(step)))
    return arange(start, key.stop, step)


class _Joined:
    """Values and slices joined by index: ``np.r_[0:3, 9]`` or as columns with ``np.c_``."""

    def __init__(self, columns):
        self._columns = columns

    def __getitem__(self, key):
        from ._join import column_stack, concatenate

        parts = key if isinstance(key, tuple) else (key,)
        made = [_range_of(one) if isinstance(one, slice) else one for one in parts]
        kind = result_type(*made)
        made = [asarray(one, kind) for one in made]
        if self._columns:
            return column_stack(made)
        return concatenate([one if one.ndim else one.reshape(1) for one in made])


mgrid, ogrid = _Grid(False), _Grid(True)
r_, c_ = _Joined(False), _Joined(True)

ndarray.diagonal = diagonal
