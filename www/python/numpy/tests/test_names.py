"""The package has the names that it says it has, with NumPy's signatures; others are explained."""

import contextlib
import inspect
import json
import pydoc
import unittest
from pathlib import Path

from listing import described, groups, is_method, parameters, resolved
from test_fixtures import package

np = package()
RECORDED = json.loads(Path(__file__).with_name("native_names.json").read_text())
BY_POSITION, BY_ANY, REST, BY_NAME, NAMED_REST = range(5)

# Where NumPy's own signature says less than NumPy does.
SHOWS_LESS = {
    "arange": "takes start by name and dtype by position as well",
    "ndarray.setflags": "takes its arguments by position as well",
    "ndarray.view": "shows (*args, **kwargs)",
    "testing.assert_raises": "shows (*args, **kwargs)",
}
# Functions of np that stand in linalg as they are, where NumPy has narrower ones.
AS_IN_NP = "cross diagonal matmul outer tensordot trace vecdot".split()


def listed():
    """Every name of names.txt."""
    return [name for names in groups().values() for name in names]


def disagreement(name, ours, native):
    """What differs between two lists of parameters; None for nothing that matters.

    A default of NumPy's that says "no value" may be any value here. What NumPy takes as
    ``**kwargs`` may be spelled out. Whether a method's parameters may be given by name is left
    open, since several methods are the functions themselves.
    """
    hides_names = any(kind == NAMED_REST for _, kind, _ in native)
    shown = [one for one in native if one[1] != NAMED_REST]
    if not hides_names and len(ours) != len(shown) or len(ours) < len(shown):
        return f"{ours} for {native}"
    for (our_name, our_kind, our_default), (name_, kind, default) in zip(ours, shown):
        same_kind = our_kind == kind or "." in name and {our_kind, kind} <= {BY_POSITION, BY_ANY}
        same_name = our_name == name_ or kind == BY_POSITION and "." in name
        has_default = default == "<no value>" and our_default is not None
        if not (same_kind and same_name and (our_default == default or has_default)):
            return f"{[our_name, our_kind, our_default]} for {[name_, kind, default]}"
    return None


class Names(unittest.TestCase):
    """names.txt, the package and NumPy agree."""

    def test_every_name_exists_with_numpys_signature(self):
        for name in listed():
            with self.subTest(name):
                ours = parameters(np, name)
                native = RECORDED["parameters"].get(name)
                is_kin = name.rpartition(".")[::2] in {("linalg", one) for one in AS_IN_NP}
                if native and name not in SHOWS_LESS and not is_kin:
                    self.assertIsNone(disagreement(name, ours, native))

    def test_every_public_name_is_listed(self):
        known = set(listed())
        for where, found in places():
            for name in dir(found):
                if name.startswith("_") or inspect.ismodule(getattr(found, name)):
                    continue
                if where in ("ufunc.", "dtype.", "random.RandomState.", "random.SeedSequence."):
                    continue
                with self.subTest(where + name):
                    self.assertTrue(where + name in known, "add it to names.txt")

    def test_help_shows_a_short_text(self):
        for name in listed():
            with self.subTest(name):
                lines = described(np, name)
                self.assertTrue(1 <= len(lines) <= 3, lines)
                found = resolved(np, name)
                if callable(found):
                    self.assertIn(lines[0], pydoc.plain(pydoc.render_doc(found)))

    def test_what_is_missing_is_explained(self):
        for where, found in places():
            for name in RECORDED["public"].get(where, "").split():
                with self.subTest(where + name):
                    if name in dir(found):
                        continue
                    with self.assertRaises(AttributeError) as raised:
                        getattr(found, name)
                    self.assertRegex(str(raised.exception), f"'np.{where}{name}'; (instead|build)")

    def test_nothing_that_is_there_is_called_missing(self):
        from numpy._suggestions import INSTEAD, OTHERS

        for where, found in places():
            for name in [*INSTEAD.get(where, {}), *OTHERS.get(where, "").split()]:
                self.assertNotIn(name, dir(found), where)

    def test_imports_of_what_is_missing_are_explained(self):
        for statement in ("from numpy import fft", "import numpy.ma", "from numpy import loadtxt"):
            with self.assertRaisesRegex(ImportError, "playground's numpy does not have"):
                exec(statement, {})
        with self.assertRaisesRegex(ImportError, "cannot import name 'zeross'"):
            exec("from numpy import zeross", {})

    def test_advice_names_only_what_is_there(self):
        from numpy._suggestions import INSTEAD, REMOVED

        texts = [text for group in (*INSTEAD.values(), REMOVED) for text in group.values()]
        for text in texts:
            for name in advised(text):
                with self.subTest(text):
                    resolved(np, name)


def places():
    """Where names are looked up, with the object that is asked."""
    instances = {
        "": np,
        "linalg.": np.linalg,
        "random.": np.random,
        "testing.": np.testing,
        "lib.": np.lib,
        "exceptions.": np.exceptions,
        "random.Generator.": np.random.default_rng(0),
        "random.RandomState.": np.random.RandomState(0),
        "random.SeedSequence.": np.random.SeedSequence(0),
        "ndarray.": np.zeros((2, 2)),
        "ufunc.": np.add,
        "dtype.": np.dtype("float64"),
    }
    return instances.items()


def advised(text):
    """Dotted names that a text refers to, ``rng`` standing for a generator."""
    import re

    for name in re.findall(r"\bnp\.([A-Za-z_][\w.]*\w)", text):
        if name != "name":
            yield name
    for name in re.findall(r"\brng\.(\w+)", text):
        yield f"random.RandomState.{name}" if hasattr(np.random.RandomState, name) else (
            f"random.Generator.{name}"
        )


if __name__ == "__main__":
    unittest.main()
