"""The type hints say what the package's signatures and docstrings say."""

import ast
import unittest

import make_stubs
from listing import PACKAGE
from test_fixtures import package


class Stubs(unittest.TestCase):
    """Each committed stub against what make_stubs.py writes now."""

    def test_they_are_in_step(self):
        for path, text in make_stubs.stubs(package()).items():
            with self.subTest(path):
                self.assertEqual(PACKAGE.joinpath(path).read_text(), text, "run make_stubs.py")

    def test_they_are_python(self):
        for path in make_stubs.FILES:
            ast.parse(PACKAGE.joinpath(path).read_text())


if __name__ == "__main__":
    unittest.main()
