"""The parts of ``numpy.lib`` that exercises use."""

from .._missing import missing_from as _missing_from
from . import stride_tricks

__all__ = ["stride_tricks"]

__getattr__ = _missing_from("lib", __name__)
