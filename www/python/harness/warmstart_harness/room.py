"""How much of the browser's stack Python may use.

Compiling nests deeply and is harmless: twenty branches of an ``elif`` are twenty levels. Running code
is not: freeing a long linked list takes so much more of the browser's stack than of Python's own
that the engine would end. So there is a wide limit, and a narrow one while visitor code runs.
"""

import zipimport
from contextlib import contextmanager


class _Room:
    """The worker's two functions, once they are there; elsewhere nothing is limited."""

    narrow = wide = staticmethod(lambda: None)
    is_narrow = False


def take():
    """Looks the worker's functions up, while they can be imported."""
    from _warmstart_stack import narrow, wide

    _Room.narrow, _Room.wide = staticmethod(narrow), staticmethod(wide)


@contextmanager
def running():
    """Around visitor code."""
    yield from _within(True)


@contextmanager
def compiling():
    """Around the compiler, where visitor code may have led to it."""
    yield from _within(False)


def _within(is_narrow):
    before = _Room.is_narrow
    _change(is_narrow)
    try:
        yield
    finally:
        _change(before)


def _change(is_narrow):
    _Room.is_narrow = is_narrow
    (_Room.narrow if is_narrow else _Room.wide)()


_compile_source = zipimport._compile_source


def _compile_imported(pathname, source):
    with compiling():
        return _compile_source(pathname, source)


zipimport._compile_source = _compile_imported
