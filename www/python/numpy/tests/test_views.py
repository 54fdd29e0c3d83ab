"""Every function gives the same on a view as on a contiguous copy of it."""

import inspect
import random
import re
import sys
import unittest
import warnings

from encoding import agree, encoded
from layouts import SHAPES, VIEWS, lines, scopes
from test_fixtures import package

np = package()

KINDS = ("float64", "float32", "int64", "uint8", "bool", "complex128")
SIZES = (3, 7)
MODULES = {"": np, "linalg.": np.linalg, "lib.stride_tricks.": np.lib.stride_tricks}


def outcome(call, scope):
    """What a call gives, encoded, or the error; the last expression after statements."""
    scope = dict(scope)
    *before, last = call.split("; ")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            for statement in before:
                exec(statement, scope)
            return encoded(np, eval(last, scope))
        except (ValueError, TypeError, IndexError, OverflowError, ArithmeticError) as error:
            return [type(error).__name__, str(error)]


def _is_error(result):
    return isinstance(result, list) and len(result) == 2 and str(result[0]).endswith("Error")


def differences(kinds=KINDS, sizes=SIZES):
    """Every call whose outcome on views differs from that on copies, and writes that went astray."""
    calls, _ = lines(np._kernels.available())
    for kind in kinds:
        for n in sizes:
            for layout in VIEWS:
                for call in calls:
                    yield from _compared(call, kind, n, layout, *scopes_of(kind, n, layout))


def always_refused():
    """Calls that are errors for every type, and so compare nothing."""
    found = [scopes(np, kind, 3, "strided")[1] for kind in KINDS]
    calls, _ = lines(np._kernels.available())
    return [call for call in calls if all(_is_error(outcome(call, one)) for one in found)]


_made = {}


def scopes_of(kind, n, layout):
    """The names for a call; made once, since calls that write get fresh ones."""
    key = kind, n, layout
    if key not in _made:
        _made[key] = scopes(np, *key)
    return _made[key]


def _compared(call, kind, n, layout, views, copies, bases):
    writes = "; " in call
    if writes:
        if layout == "stretched":
            return
        views, copies, bases = scopes(np, kind, n, layout)
    got, expected = outcome(call, views), outcome(call, copies)
    if not agree(got, expected):
        yield f"{call} of {kind} {layout}: {got}, of copies {expected}"
    elif writes and not _only_there(np, views["a"], bases["a"], copies["a"], kind, n, layout):
        yield f"{call} of {kind} {layout}: wrote beside the view"


def _only_there(np, view, base, copy, kind, n, layout):
    """Whether the base is what it was, apart from the view's places, which hold what the copy does."""
    _, _, bases = scopes(np, kind, n, layout)
    expected = bases["a"].ravel().tolist()
    numbers = np.arange(base.size).reshape(base.shape)
    for place, value in zip(VIEWS[layout][1](numbers).ravel().tolist(), copy.ravel().tolist()):
        expected[place] = value
    return agree(encoded(np, base.ravel().tolist()), encoded(np, expected))


def public(module):
    """Names of what a module or type offers to call."""
    names = (name for name in dir(module) if not name.startswith("_"))
    return [name for name in names if callable(getattr(module, name))]


class Views(unittest.TestCase):
    """The list of functions is data: calls.txt."""

    def test_calls_of_views_and_of_copies(self):
        found = list(differences())
        self.assertFalse(found, f"{len(found)} differ\n" + "\n".join(found[:40]))

    def test_every_call_gives_something_for_some_type(self):
        self.assertEqual(always_refused(), [])

    def test_no_public_function_is_forgotten(self):
        calls, exempt = lines()
        called = set(re.findall(r"^np\.([\w.]+)\(|^list\(np\.(\w+)\(", "\n".join(calls), re.M))
        known = {first or second for first, second in called} | exempt.keys()
        for prefix, module in MODULES.items():
            for name in public(module):
                if _is_own(getattr(module, name), prefix):
                    message = f"np.{prefix}{name}: add a line to tests/calls.txt"
                    self.assertTrue(prefix + name in known, message)
        for name in sorted(known):
            self.assertTrue(_exists(name), f"calls.txt names np.{name}, which is not there")

    def test_no_method_is_forgotten(self):
        text = "\n".join(lines()[0])
        for name in public(np.ndarray):
            self.assertRegex(text, rf"(?m)^[{''.join(SHAPES)}]\.{name}\(", name)
        for name in ("reduce", "accumulate", "outer", "at"):
            self.assertRegex(text, rf"(?m)^np\.\w+\.{name}\(", name)

    def test_writing_through_a_view_changes_the_base_there_and_only_there(self):
        rng = random.Random(12)
        for _ in range(200):
            base = np.arange(60.0).reshape(5, 12)
            rows = slice(rng.randint(0, 2), None, rng.choice([1, 2]))
            columns = slice(None, None, rng.choice([1, 3, -1, -2]))
            view = base[rows, columns]
            view = view.T if rng.random() < 0.5 else view
            before, touched = base.copy(), set(view.ravel().tolist())
            view += 100
            for old, new in zip(before.ravel().tolist(), base.ravel().tolist()):
                self.assertEqual(new, old + 100 if old in touched else old)


def _is_own(found, prefix):
    """Whether a module's name is part of what it offers, rather than imported for its work."""
    if prefix.startswith("lib"):
        return found.__module__.endswith("stride_tricks")
    return found.__module__ != "numpy._missing"


def _exists(name):
    found = np
    for part in name.split("."):
        found = getattr(found, part, None)
    return found is not None


class Documentation(unittest.TestCase):
    """What learners read with help()."""

    def test_every_public_function_has_a_docstring(self):
        for module in (np, np.linalg, np.random, np.testing, np.lib.stride_tricks):
            for name in dir(module):
                found = getattr(module, name)
                if not name.startswith("_") and (
                    inspect.isroutine(found) or isinstance(found, np.ufunc)
                ):
                    self.assertTrue(found.__doc__, f"{module.__name__}.{name}")

    def test_a_missing_name_says_so_and_what_to_use(self):
        with self.assertRaisesRegex(AttributeError, "does not have 'np.fft'.*use"):
            np.fft
        with self.assertRaisesRegex(AttributeError, "does not have 'np.linalg.tensorsolve'"):
            np.linalg.tensorsolve
        with self.assertRaisesRegex(AttributeError, "module 'numpy' has no attribute 'foo'"):
            np.foo
        self.assertFalse(hasattr(sys.modules["numpy"], "__path_that_is_not_there__"))


if __name__ == "__main__":
    unittest.main()
