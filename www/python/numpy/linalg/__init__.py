"""Linear algebra: norms and powers; decompositions are not part of this playground yet."""

from .._algebra import cross, matmul, outer, tensordot, vecdot
from .._missing import missing_from
from .._shape import diagonal, matrix_transpose, trace
from ._norm import matrix_norm, norm, vector_norm
from ._power import LinAlgError, matrix_power, multi_dot

__all__ = [
    "LinAlgError",
    "cross",
    "diagonal",
    "matmul",
    "matrix_norm",
    "matrix_power",
    "matrix_transpose",
    "multi_dot",
    "norm",
    "outer",
    "tensordot",
    "trace",
    "vecdot",
    "vector_norm",
]

__getattr__ = missing_from("linalg", __name__)
