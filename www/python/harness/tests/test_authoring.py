"""The authoring module, and how ``cases.py`` is read: what is accepted, and what is said otherwise."""

import copy
import unittest

from warmstart import Calls, calls, case
from warmstart_harness.exercise import AuthoringError, Exercise

HEAD = "from warmstart import case, calls\n"
ONE = 'CASES = [case("one", 1)]\n'


class Authoring(unittest.TestCase):
    def test_case_keeps_its_arguments_in_order(self):
        made = case("both", 1, [2], expect=None, hidden=True)
        self.assertEqual((made.name, made.arguments, made.hidden), ("both", (1, [2]), True))
        self.assertTrue(made.states_answer)
        self.assertIsNone(made.expect)
        self.assertFalse(case("none stated").states_answer)

    def test_calls_add_up_and_share_beginnings(self):
        base = calls(3)("push", 1)
        left, right = base("pop"), base("push", 2, 3)
        self.assertEqual(base.steps, [("push", (1,))])
        self.assertEqual(left.steps, [("push", (1,)), ("pop", ())])
        self.assertEqual(right.steps, [("push", (1,)), ("push", (2, 3))])
        self.assertEqual(case("script", left).arguments, left)

    def test_calls_can_be_copied_however_long(self):
        script = calls([0])
        for value in range(5000):
            script = script("next", [value])
        copied = copy.deepcopy(script)
        self.assertEqual(copied.steps, script.steps)
        self.assertIsNot(copied.steps[0][1][0], script.steps[0][1][0])

    def test_mistakes_in_cases_are_named(self):
        for make, words in (
            (lambda: case(1, 2), "needs a name"),
            (lambda: case("  "), "needs a name"),
            (lambda: case("a", hidden=1), "hidden is True or False"),
            (lambda: case("a", calls(), 1), "stands alone"),
            (lambda: calls()(1), "method's name"),
            (lambda: calls()("not a name"), "method's name"),
        ):
            with self.subTest(words), self.assertRaisesRegex(TypeError, words):
                make()


class Reading(unittest.TestCase):
    def read(self, text, seed=7):
        return Exercise(HEAD + text, seed)

    def test_generated_cases_depend_on_seed_and_number_alone(self):
        text = ONE + "GENERATED = {}\ndef generate(rng): return (rng.random(),)"
        few = [c.arguments for c in self.read(text.format(2)).cases[1:]]
        many = [c.arguments for c in self.read(text.format(5)).cases[1:]]
        other = [c.arguments for c in self.read(text.format(2), seed=8).cases[1:]]
        self.assertEqual(many[:2], few)
        self.assertNotEqual(other, few)
        self.assertEqual(len(set(many)), 5)

    def test_growth_gives_arguments(self):
        read = self.read(ONE + "def growth(n): return ([0] * n,)")
        self.assertEqual(read.growth_input(3), ([0, 0, 0],))
        script = self.read(ONE + "def growth(n): return calls(n)('next', 1)").growth_input(2)
        self.assertIsInstance(script, Calls)

    def test_what_is_wrong_is_said(self):
        for text, words in (
            ("", "no CASES"),
            ("CASES = []", "no CASES"),
            ("CASES = [3]", "no case"),
            ('CASES = [case("a"), case("a")]', "named 'a'"),
            ("CASES = [", "does not run: SyntaxError"),
            ("CASES = missing", "does not run: NameError"),
            (ONE + "GENERATED = 2", "no generate"),
            (ONE + "GENERATED = 'x'", "number of cases"),
            (ONE + "GENERATED = 1\ndef generate(rng): return 3", "tuple of arguments"),
            (ONE + "GENERATED = 1\ndef generate(rng): return 1 / 0", "ZeroDivisionError"),
            (ONE + "MUTATES = 'values'", "tuple of names"),
            (ONE + "oracle = 3", "no function"),
        ):
            with self.subTest(text), self.assertRaisesRegex(AuthoringError, words):
                self.read(text)
        with self.assertRaisesRegex(AuthoringError, "no growth"):
            self.read(ONE).growth_input(4)


if __name__ == "__main__":
    unittest.main()
