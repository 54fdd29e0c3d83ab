"""Linear algebra: equations, decompositions, eigenvalues, norms; on stacks of matrices, too."""

from .._algebra import matmul, tensordot, vecdot
from .._missing import missing_from as _missing_from
from .._shape import matrix_transpose
from ._eigen import eig, eigh, eigvals, eigvalsh
from ._factors import qr, svd, svdvals
from ._narrow import cross, diagonal, outer, trace
from ._norm import matrix_norm, norm, vector_norm
from ._power import matrix_power, multi_dot
from ._rank import cond, lstsq, matrix_rank, pinv
from ._solve import cholesky, det, inv, slogdet, solve
from ._stacks import LinAlgError

__all__ = [
    "LinAlgError",
    "cholesky",
    "cond",
    "cross",
    "det",
    "diagonal",
    "eig",
    "eigh",
    "eigvals",
    "eigvalsh",
    "inv",
    "lstsq",
    "matmul",
    "matrix_norm",
    "matrix_power",
    "matrix_rank",
    "matrix_transpose",
    "multi_dot",
    "norm",
    "outer",
    "pinv",
    "qr",
    "slogdet",
    "solve",
    "svd",
    "svdvals",
    "tensordot",
    "trace",
    "vecdot",
    "vector_norm",
]

__getattr__ = _missing_from("linalg", __name__)
