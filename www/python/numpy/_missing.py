"""Honest answers to names that NumPy has and this playground does not."""

import sys

from ._suggestions import INSTEAD, OTHERS, REMOVED

_KNOWN = {where: frozenset(names.split()) for where, names in OTHERS.items()}


def explanation(where, name):
    """Why ``np.<where><name>`` is missing and what to use instead; None for no name of NumPy's."""
    if not where and name in REMOVED:
        return f"'np.{name}' is gone from NumPy itself; use {REMOVED[name]}"
    advice = INSTEAD.get(where, {}).get(name)
    if advice is None and name not in _KNOWN.get(where, ()):
        return None
    remedy = f"instead, use {advice}" if advice else "build it from the functions that are there"
    return f"this playground's numpy does not have 'np.{where}{name}'; {remedy}"


def missing_from(shown, module):
    """A module's ``__getattr__``: says what is not in this playground and what to use instead."""
    where = shown + "." if shown else ""

    def __getattr__(name):
        raise AttributeError(
            explanation(where, name) or f"module {module!r} has no attribute {name!r}"
        )

    return __getattr__


def missing_attribute(kind, where):
    """The same for objects: ``kind`` as Python's own error names it, ``where`` as in INSTEAD."""

    def __getattr__(self, name):
        raise AttributeError(
            explanation(where, name) or f"{kind!r} object has no attribute {name!r}"
        )

    return __getattr__


class _Refusal:
    """The last finder of modules: ``from numpy import fft`` gets the same answer as ``np.fft``."""

    @staticmethod
    def find_spec(fullname, path=None, target=None):
        package, _, rest = fullname.partition(".")
        where, _, name = rest.rpartition(".")
        words = explanation(where + "." if where else "", name) if package == "numpy" else None
        if words:
            raise ImportError(words, name=fullname)
        return None


if _Refusal not in sys.meta_path:
    sys.meta_path.append(_Refusal)
