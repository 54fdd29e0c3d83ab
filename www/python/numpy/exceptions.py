"""Errors of this package that have names of their own."""

from ._errstate import ComplexWarning
from ._layout import AxisError
from ._missing import missing_from as _missing_from
from ._polynomial import RankWarning

__all__ = ["AxisError", "ComplexWarning", "RankWarning"]

__getattr__ = _missing_from("exceptions", __name__)
