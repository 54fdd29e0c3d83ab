"""The parts of ``numpy.lib`` that exercises use."""

from . import stride_tricks

__all__ = ["stride_tricks"]
