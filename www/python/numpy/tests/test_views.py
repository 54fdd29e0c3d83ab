"""Every function gives the same on a view as on a contiguous copy of it."""

import inspect
import random
import sys
import unittest
import warnings

from test_fixtures import package

np = package()

# Functions of one array, of two arrays, and calls with an axis.
ONE = (
    "abs sign square negative exp floor ceil sum prod mean std var min max argmin argmax cumsum "
    "sort argsort unique ravel transpose flip tril triu nonzero argwhere median diff roll trace "
    "any all ptp count_nonzero round cumprod isnan rot90 fliplr diag atleast_3d nansum isfinite"
).split()
TWO = (
    "add subtract multiply maximum minimum less equal dot matmul inner outer where_ concatenate_ "
    "tensordot array_equal allclose kron isclose vdot arctan2 hypot logical_and"
).split()
AXIS = "sum mean max argmin cumsum sort argsort diff flip median std any all cumprod ptp".split()


def views(rng):
    """Square matrices that are views: strided, transposed, reversed, offset, stretched, mixed."""
    kind = rng.choice(["float64", "float32", "int64", "uint8"])
    base = np.array([rng.randint(0, 9) for _ in range(144)]).reshape(12, 12).astype(kind)
    yield base[2:8:2, 1:10:3]
    yield base[:3, :3].T
    yield base[::-4, ::-4]
    yield base[5:8, 4:7]
    yield np.broadcast_to(base[0, :3], (3, 3))
    yield base.reshape(3, 4, 12)[:, 1, 2:11:3].T[::-1]


def outcome(function, *args):
    """The result as text and lists, or the error."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            result = function(*args)
        except (ValueError, TypeError) as error:
            return type(error), str(error)
    parts = result if isinstance(result, (tuple, list)) else [result]
    return [(str(np.asarray(part).dtype), np.asarray(part).tolist()) for part in parts]


def call(name):
    """The function of that name; two of them take their arrays in another way."""
    special = {
        "where_": lambda a, b: np.where(a > b, a, b),
        "concatenate_": lambda a, b: np.concatenate([a, b]),
    }
    return special.get(name) or getattr(np, name)


class Views(unittest.TestCase):
    """Random views from a fixed seed."""

    def test_functions_of_views_and_of_copies(self):
        rng = random.Random(11)
        for _ in range(4):
            for view in views(rng):
                copy = view.copy()
                for name in ONE:
                    with self.subTest(name, strides=view.strides):
                        self.assertEqual(outcome(call(name), view), outcome(call(name), copy))
                for name in TWO:
                    with self.subTest(name, strides=view.strides):
                        expected = outcome(call(name), copy, copy[::-1].copy())
                        self.assertEqual(outcome(call(name), view, view[::-1]), expected)
                for name in AXIS:
                    for axis in (0, 1, -1):
                        with self.subTest(name, axis=axis, strides=view.strides):
                            expected = outcome(call(name), copy, *_axis(name, axis))
                            self.assertEqual(
                                outcome(call(name), view, *_axis(name, axis)), expected
                            )

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


def _axis(name, axis):
    return (1, axis) if name == "diff" else (axis,)


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
        with self.assertRaisesRegex(AttributeError, "does not have 'np.linalg.svd'"):
            np.linalg.svd
        with self.assertRaisesRegex(AttributeError, "module 'numpy' has no attribute 'foo'"):
            np.foo
        self.assertFalse(hasattr(sys.modules["numpy"], "__path_that_is_not_there__"))


if __name__ == "__main__":
    unittest.main()
