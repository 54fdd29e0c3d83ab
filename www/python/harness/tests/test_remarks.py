"""Remarks on a source: what is said, and what is let pass."""

import unittest

from warmstart_harness.remarks import MAX_LINES, MAX_REMARKS, remarks


class Remarks(unittest.TestCase):
    def check(self, source, *expected):
        found = [(r["kind"], r["name"], r["line"]) for r in remarks(source, "f")]
        self.assertEqual(found, list(expected), source)

    def test_names_of_one_letter(self):
        self.check("def solve(data):\n    d = {}\n    return d.get(data)", ("one_letter_name", "d", 2))
        self.check("def g(a):\n    return a", ("one_letter_name", "g", 1))
        self.check("def f(xs):\n    c = load(xs)\n    return c.get(xs)", ("one_letter_name", "c", 2))

    def test_loops_and_formulas_have_letters(self):
        for source in (
            "def f(x): return x",
            "def f(rows):\n    for i in range(3): print(i)\n    return [r for r in rows]",
            "def f(x, w, b):\n    y = w @ x + b\n    return y",
            "def f(a):\n    n, d = a.shape\n    return a.reshape(d, n)",
            "def f(xs):\n    n = len(xs)\n    return n",
            "def f(xs):\n    t = 0\n    for x in xs: t += x\n    return t",
            "def f(xs):\n    i = 0\n    while i < 3: i = xs[i]\n    return i",
            "import numpy as np\ndef f(x): return np.abs(x)",
            "import numpy as np\ndef f(x):\n    q, r = np.linalg.qr(x)\n    return solve(q, r)",
        ):
            self.check(source)

    def test_unused_variables(self):
        self.check("def f(xs):\n    count = 0\n    return xs", ("unused_variable", "count", 2))
        self.check("def f(xs):\n    c = 0\n    return xs", ("unused_variable", "c", 2))
        for source in (
            "def f(pair):\n    first, rest = pair\n    return first",
            "def f():\n    _ignored = 3",
            "def f():\n    total = 0\n    def add():\n        nonlocal total\n        total += 1\n    return add",
            "def f():\n    value = 3\n    return lambda: value",
            "def f():\n    value = 3\n    return locals()",
            "SETTING = 3",
        ):
            self.check(source)

    def test_bare_except(self):
        self.check("def f():\n    try:\n        return 1\n    except:\n        return 2", ("bare_except", "", 4))
        self.check("def f():\n    try:\n        return 1\n    except ValueError:\n        return 2")

    def test_shadowed_builtins(self):
        self.check("def f(xs):\n    sum = 0\n    for x in xs: sum += x\n    return sum", ("shadowed_builtin", "sum", 2))
        self.check("def f(xs):\n    for list in xs: print(list)", ("shadowed_builtin", "list", 2))
        # What is never read had better go than get another name; the entry's name is the exercise's.
        self.check("def f(xs):\n    sum = 0\n    return xs", ("unused_variable", "sum", 2))
        self.assertEqual(remarks("def round(x): return x", "round"), [])
        self.check("class Stream:\n    def next(self): return 1\n    def set(self): return 2")

    def test_parameters_are_the_exercises(self):
        self.check("def f(input, k): return input[:k]")

    def test_mutable_defaults(self):
        self.check("def f(x, seen=[]): return seen", ("mutable_default", "seen", 1))
        self.check("def f(x, *, memo=dict()): return memo", ("mutable_default", "memo", 1))
        self.check("def f(x, seen=(), none=None): return seen, none")

    def test_long_functions(self):
        body = "\n".join("    print(1)" for _ in range(MAX_LINES))
        self.check(f"def f():\n{body}", ("long_function", "f", 1))
        self.check("def f():\n" + body.rpartition("\n")[0])

    def test_broken_source_has_no_remarks(self):
        self.check("def f(:")
        self.check("x = " + "(" * 5000)

    def test_there_are_not_too_many(self):
        source = "\n".join(f"def f{i}(a=[]): return a" for i in range(40))
        self.assertEqual(len(remarks(source, "f")), MAX_REMARKS)


if __name__ == "__main__":
    unittest.main()
