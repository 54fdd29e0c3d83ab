"""Rewritten code means what it meant, and each operation is charged what it walks."""

import unittest

from warmstart_harness.costs import Costs, transform


def run(source, **given):
    """The names that `source` defines and the steps that were charged, the lines not counted."""
    charged = []
    names = {**Costs(charged.append).names(), **given}
    exec(compile(transform(source, "solution.py"), "solution.py", "exec"), names)
    return names, sum(charged)


class Charged(unittest.TestCase):
    def check(self, source, expected, **given):
        given = given or {"xs": list(range(100))}
        self.assertEqual(run(source, **given)[1], expected, source)

    def test_walks(self):
        for source in (
            "sum(xs)",
            "min(xs)",
            "max(map(abs, xs))",
            "sum(iter(xs))",
            "list(xs)",
            "set(xs)",
            "xs[:]",
            "xs.copy()",
            "xs.count(1)",
            "-1 in xs",
            "-1 not in xs",
            "xs.index(99)",
            "xs.reverse()",
            "[*xs]",
            "[].extend(xs)",
            "tuple(xs)",
            "xs + []",
            "first, *rest = xs",
            "ys = []\nys += xs",
            "xs[0:0] = xs",
            "dict.fromkeys(xs)",
        ):
            self.check(source, 100)

    def test_views_of_a_dictionary(self):
        for source in ("sum(d.values())", "-1 in d.values()", "max(d)", "list(d.items())"):
            self.check(source, 100, d=dict.fromkeys(range(100), 1))
        self.check("4 in d.keys()", 0, d=dict.fromkeys(range(100), 1))
        self.check("sorted(d.items())", 700, d=dict.fromkeys(range(100), 1))

    def test_text_that_grows_is_copied(self):
        self.check("s += 'x'", 101, s="a" * 100)
        self.check("t = f'{s}x'", 101, s="a" * 100)
        self.check("t = f'{s:>{n}}'", 120, s="a" * 100, n=120)
        self.check("t += (1,)", 101, t=(0,) * 100)

    def test_counters(self):
        source = "from collections import Counter\nc = Counter(xs)\n"
        self.check(source, 100)
        self.check(source + "c.most_common()", 100 + 700)
        self.check(source + "c.most_common(3)", 100 + 200)
        self.check(source + "c.update(xs)", 200)

    def test_constants(self):
        for source in ("len(xs)", "xs[3]", "xs.append(1)", "xs[-1] = 2", "3 in {3}", "a = b = xs"):
            self.check(source, 0)

    def test_places_in_a_list(self):
        self.check("xs.pop()", 1)
        self.check("xs.pop(0)", 100)
        self.check("xs.pop(98)", 2)
        self.check("xs.insert(0, 1)", 100)
        self.check("xs.insert(100, 1)", 1)
        self.check("del xs[0]", 100)
        self.check("del xs[99]", 1)
        self.check("del xs[-1]", 1)
        self.check("4 in xs", 5)

    def test_logarithms(self):
        self.check("sorted(xs)", 700)
        self.check("xs.sort()", 700)
        self.check("sorted(map(abs, xs))", 700)
        self.check("import heapq\nheapq.heappush(xs, 1)", 7)
        self.check("from bisect import bisect_left\nbisect_left(xs, 3)", 7)

    def test_unbound_methods_and_named_arguments(self):
        self.check("list.pop(xs, 0)", 100)
        self.check("sum(xs, start=3)", 100)
        self.check("sorted(xs, key=lambda x: -x, reverse=True)", 700)
        self.check("sorted(dict.fromkeys(xs).items())", 800)

    def test_iterators_are_charged_as_far_as_they_go(self):
        self.check("any(map(bool, xs))", 2)
        self.check("next(iter(xs))", 0)

    def test_deep_copies_count_every_part(self):
        self.check("import copy\ncopy.deepcopy(xs)", 201, xs=[[1] for _ in range(100)])


class Meaning(unittest.TestCase):
    def check(self, source):
        plain = {}
        exec(source, plain)
        self.assertEqual(run(source)[0]["result"], plain["result"], source)

    def test_is_kept(self):
        for source in (
            "result = [x for x in range(9) if x not in (3, 4)][1:-1:2]",
            "xs = [1, 2, 3, 4, 5]\ndel xs[0], xs[1:3]\nresult = xs",
            "d = {'a': 1}\ndel d['a']\nresult = d",
            "a, (b, *c) = 1, (2, 3, 4)\nresult = (a, b, c)",
            "result = 1 < 2 < 3 != 4, 'a' in 'cat', [1] == [1], [1] != [1]",
            "class A:\n    __x = 3\n    def f(self): return super().__init__() or self.__x\nresult = A().f()",
            "def f(*a, **k): return a, k\nresult = f(1, *[2, 3], x=4, **{'y': 5})",
            "x = 5\nx -= 2\nx **= 2\nresult = -x, ~x, not x",
            "match [1, 2]:\n    case [a, *rest]: result = a, rest",
            "result = f'{sum([1, 2]):>4}|{[1, 2][0]!r}|{3:{4 + 1}}' 'and' f'{5}'",
            "from functools import lru_cache\n@lru_cache(maxsize=None)\ndef g(n): return n if n < 2 else g(n - 1) + g(n - 2)\nresult = g(30)",
            "x: list[int] = [3]\nresult = x",
            "def g():\n    got = yield 1\n    yield got\ni = g()\nnext(i)\nresult = i.send(5)",
            "from __future__ import annotations\nresult = 1 + 1",
            "def f(): return locals()\nresult = f()",
            "m = [[1, 2], [3, 4]]\nm[0][1:] = [9]\nm[1][0] += 5\nresult = m",
        ):
            self.check(source)

    def test_lines_stay(self):
        traceback = None
        try:
            run("x = 1\ny = (x +\n     sum([]) / 0)")
        except ZeroDivisionError as error:
            traceback = error.__traceback__
        lines = []
        while traceback is not None:
            if traceback.tb_frame.f_code.co_filename == "solution.py":
                lines.append(traceback.tb_lineno)
            traceback = traceback.tb_next
        self.assertEqual(lines, [3])

    def test_errors_of_syntax_are_those_of_the_compiler(self):
        for source in ("return 1", "def f(a, a): pass", "x = ("):
            with self.assertRaises(SyntaxError):
                transform(source, "solution.py")


if __name__ == "__main__":
    unittest.main()
