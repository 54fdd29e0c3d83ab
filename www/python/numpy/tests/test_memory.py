"""What no tab has room for is refused before anything is allocated: the calls of ``huge.txt``."""

import unittest
import warnings
from pathlib import Path

from test_fixtures import package


def not_refused(np):
    """The calls that end in anything but a MemoryError which says what could not be allocated."""
    row = np.ones(10**6)
    scope = {"np": np, "row": row, "column": row[:, None]}
    scope["wide"] = np.broadcast_to(row, (10**6, 10**6))
    for line in Path(__file__).with_name("huge.txt").read_text().splitlines():
        if not line or line.startswith("#"):
            continue
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                eval(line, scope)
            yield f"{line}: no error"
        except MemoryError as error:
            if "Unable to allocate" not in str(error):
                yield f"{line}: {error!r}"
        except Exception as error:
            yield f"{line}: {error!r}"


class Memory(unittest.TestCase):
    """The limit is that of a tab, also where Python runs outside of one."""

    def test_what_has_no_room_is_refused(self):
        self.assertEqual(list(not_refused(package())), [])

    def test_the_error_says_how_much_as_numpy_does(self):
        np = package()
        for shape, kind, text in (
            ((10**6, 10**6), "float64", "7.28 TiB for an array with shape (1000000, 1000000)"),
            ((2**30 + 1,), "uint8", "1.00 GiB for an array with shape (1073741825,)"),
            ((2**40,), "float32", "4.00 TiB for an array with shape (1099511627776,)"),
        ):
            with self.assertRaises(MemoryError) as raised:
                np.zeros(shape, dtype=kind)
            self.assertEqual(
                str(raised.exception), f"Unable to allocate {text} and data type {kind}"
            )

    def test_shapes_beyond_any_machine_are_value_errors(self):
        np = package()
        with self.assertRaisesRegex(ValueError, "array is too big"):
            np.zeros((10**7, 10**7, 10**7))
        with self.assertRaisesRegex(ValueError, "Maximum allowed size exceeded"):
            np.arange(float("inf"))


if __name__ == "__main__":
    unittest.main()
