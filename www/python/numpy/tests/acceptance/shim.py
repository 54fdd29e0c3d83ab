"""Lets NumPy's own test files be imported where part of what they import is missing.

A test file names, in its imports and in the parameters of its tests, much that the
tests of interest never touch. What is missing is stood in for by an ``Absent``: while
tests are collected it can be named, called and subclassed; once they run, any use of it
ends the test with ``AbsentName``, which no test can catch by accident. On NumPy itself
only hypothesis is stood in for. Here, three things are wrapped that behave otherwise
as long as tests are collected: types, views of another type, and ``array`` as an
attribute of a class.
"""

import importlib.abc
import importlib.machinery
import inspect
import re
import sys
import types
import unittest
import warnings
from contextlib import contextmanager, suppress

_RUNNING = False
_PUBLIC = ("numpy", "numpy.lib", "numpy.lib.stride_tricks", "numpy.linalg")
# Types go by one name only where they name a test.
_NAMES = {"csingle": "complex64", "half": "float16"}


class AbsentName(BaseException):
    """A test used a name that this numpy does not have."""


def _used(label):
    if _RUNNING:
        raise AbsentName(label)


class _AbsentType(type):
    def __call__(cls, *args, **_):
        _used(cls.label)
        return object.__new__(cls)

    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        _used(cls.label)
        return absent(f"{cls.label}.{name}")


    def __getitem__(cls, key):
        _used(cls.label)
        return cls


class _AbsentValue:
    """What calling something that is missing gives; as a decorator, it changes nothing."""

    def __call__(self, *args, **_):
        _used(self.label)
        return args[0] if len(args) == 1 and inspect.isfunction(args[0]) else self

    def __iter__(self):
        _used(self.label)
        return iter(())

    def __str__(self):
        _used(self.label)
        return self.label

    def __array__(self, dtype=None, copy=None):
        _used(self.label)
        return sys.modules["numpy"].zeros(())


def absent(label):
    """A class that stands for a missing name."""
    name = label.rpartition(".")[2]
    return _AbsentType(_NAMES.get(name, name), (_AbsentValue,), {"label": label})


class _StandIn(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds every ``numpy.…`` and ``hypothesis`` module that nothing else finds."""

    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("numpy", "hypothesis"):
            return importlib.machinery.ModuleSpec(name, self, is_package=True)
        return None

    def create_module(self, spec):
        return types.ModuleType(spec.name)

    def exec_module(self, module):
        if module.__name__ == "hypothesis":
            module.given = _given
        module.__getattr__ = _attribute_of(module.__name__)


def _attribute_of(module_name):
    """A module's ``__getattr__``: numpy's public name of the same spelling, or an Absent."""

    def __getattr__(name):
        if name.startswith("__"):
            raise AttributeError(name)
        if name in _PRIVATE:
            return _PRIVATE[name]
        for place in _PUBLIC if module_name.startswith("numpy.") else ():
            if name in vars(sys.modules[place]):
                return vars(sys.modules[place])[name]
        return absent(f"{module_name}.{name}".replace("numpy.", "np."))

    return __getattr__


def _given(*_, **drawn):
    """Stands in for ``hypothesis.given``: the test keeps its other parameters."""

    def decorate(test):
        def refused(*_, **__):
            raise AbsentName("hypothesis")

        kept = [p for p in inspect.signature(test).parameters.values() if p.name not in drawn]
        refused.__signature__ = inspect.Signature(kept if drawn else kept[:1])
        refused.__name__ = test.__name__
        return refused

    return decorate


class AbsentDtype:
    """A dtype that is missing: like the nearest one until tests run, then only unlike others."""

    def __init__(self, label, nearest):
        self.__dict__.update(_label=label, _nearest=nearest)

    def __getattr__(self, name):
        if _RUNNING:
            raise AbsentName(f"dtype {self._label}")
        return getattr(self._nearest, name)

    def __repr__(self):
        return f"dtype({self._label!r})"


# Types of NumPy that learners' numpy does not have, by letter or by the beginning of a name.
_ELSEWHERE = re.compile(
    r"[<=|]?(e|f2|g|f16|float16|float128|half|longdouble|longfloat)$"
    r"|[<=|]?(F|c8|G|c32|csingle|clongdouble|complex64|complex256)$"
    r"|>.*|[|<]?([OSUVaTMm](\d|\[|$)|object|str|bytes|void|datetime64|timedelta64).*|.*,.*"
)


def _elsewhere(spec):
    """What to call ``spec``, when NumPy knows it as a type and this package does not."""
    if isinstance(spec, str):
        return spec if _ELSEWHERE.match(spec) else None
    if isinstance(spec, _AbsentType):
        return spec.label
    if isinstance(spec, (list, tuple, dict)):
        return "with fields"
    return {object: "object", str: "str", bytes: "bytes"}.get(spec) if type(spec) is type else None


def _tell_missing_dtypes(dt):
    """Looking up a type that is outside the list says so, in terms that no test expects."""
    known = dt.lookup

    def lookup(spec):
        if isinstance(spec, AbsentDtype):
            return spec
        try:
            if not isinstance(spec, _AbsentType):
                return known(spec)
        except TypeError:
            if _elsewhere(spec) is None:
                raise
        label = _elsewhere(spec)
        return AbsentDtype(label, dt.complex128 if label[-1] in "FGce" else dt.float64)

    dt.lookup = lookup


def _view_as_another_type(ndarray):
    """test_linalg fills memory with rubbish through a view of another type when it is imported."""
    known = ndarray.view

    def view(self, dtype=None):
        try:
            return known(self, dtype)
        except TypeError:
            if _RUNNING:
                raise AbsentName("ndarray.view of another type") from None
            return self.astype(dtype)

    ndarray.view = view


class _Unbound:
    """NumPy's ``array`` is a function of C, which stays as it is as an attribute of a class."""

    def __init__(self, function):
        self.function, self.__name__ = function, function.__name__

    def __call__(self, *args, **kwargs):
        return self.function(*args, **kwargs)


@contextmanager
def _no_warnings():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


def _assert_no_warnings(*args, **kwargs):
    if not args:
        return _no_warnings()
    with _no_warnings():
        return args[0](*args[1:], **kwargs)


def _assert_raises_regex(exception, pattern, *args, **kwargs):
    if not _RUNNING:
        return suppress(exception)
    return unittest.TestCase().assertRaisesRegex(exception, pattern, *args, **kwargs)


def _assert_array_max_ulp(a, b, maxulp=1, dtype=None):
    import numpy as np

    a, b = np.asarray(a, dtype=dtype), np.asarray(b, dtype=dtype)
    spacing = np.abs(np.nextafter(a, np.inf) - a)
    if not (np.abs(a - b) <= maxulp * spacing).all():
        raise AssertionError(f"Arrays are not almost equal up to {maxulp} ULP")


def _normalize_axis_tuple(axis, ndim, *_, **__):
    return tuple(one % ndim for one in (axis if isinstance(axis, (tuple, list)) else (axis,)))


# What NumPy's tests take from numpy.testing beyond the assertions that learners get.
_TESTING = {
    "HAS_REFCOUNT": False,
    "IS_PYPY": False,
    # What a genuine NumPy lacks in WebAssembly, such as warnings about floats, is here.
    "IS_WASM": False,
    "IS_64BIT": True,
    "NOGIL_BUILD": False,
    "assert_no_warnings": _assert_no_warnings,
    "assert_raises_regex": _assert_raises_regex,
    "assert_array_max_ulp": _assert_array_max_ulp,
}
# What they take from places of NumPy that are not for its users.
_PRIVATE = {"normalize_axis_tuple": _normalize_axis_tuple}
_TYPECODES = {
    "Character": "c",
    "Integer": "bhilqnp",
    "UnsignedInteger": "BHILQNP",
    "Float": "efdg",
    "Complex": "FDG",
    "AllInteger": "bBhHiIlLqQnNpP",
    "AllFloat": "efdgFDG",
    "Datetime": "Mm",
    "All": "?bhilqnpBHILQNPefdgFDGSUVOMm",
}


def install():
    """Makes every import of NumPy's test files succeed."""
    stand_in = _StandIn()
    for name in [name for name in sys.modules if name.partition(".")[0] == "hypothesis"]:
        del sys.modules[name]
    # Before the finder with which learners' numpy says that it has no such module.
    sys.meta_path.insert(sys.meta_path.index(importlib.machinery.PathFinder) + 1, stand_in)
    for name in ("hypothesis", "hypothesis.strategies", "hypothesis.extra"):
        spec = stand_in.find_spec(name)
        sys.modules[name] = module = stand_in.create_module(spec)
        module.__path__ = []
        stand_in.exec_module(module)

    import numpy

    if not hasattr(numpy, "typecodes"):
        numpy.typecodes = _TYPECODES
    if inspect.isfunction(numpy.array):
        numpy.array = _Unbound(numpy.array)
    for name, value in _TESTING.items():
        vars(numpy.testing).setdefault(name, value)
    if dt := sys.modules.get("numpy._dtype"):
        _tell_missing_dtypes(dt)
        _view_as_another_type(numpy.ndarray)
    for name, module in list(sys.modules.items()):
        if name.startswith("numpy.") and not hasattr(module, "__path__"):
            module.__path__ = []
        if re.fullmatch(r"numpy(\.(linalg|random|testing|lib))?", name):
            module.__getattr__ = _lenient(module, name)


def _lenient(module, name):
    own, otherwise = vars(module).get("__getattr__"), _attribute_of(name)

    def __getattr__(attribute):
        try:
            return own(attribute)
        except (AttributeError, TypeError):
            return otherwise(attribute)

    return __getattr__


def tests_begin(classes):
    """From now on, whoever uses what is absent fails.

    The classes of test_linalg run one list of matrices; those of missing types are taken out.
    """
    global _RUNNING
    for one in classes:
        if hasattr(one, "TEST_CASES"):
            one.TEST_CASES = [case for case in one.TEST_CASES if _is_possible(case)]
    _RUNNING = True


def _is_possible(case):
    kinds = (getattr(value, "dtype", None) for value in (case.a, case.b))
    return not any(isinstance(kind, AbsentDtype) for kind in kinds)
