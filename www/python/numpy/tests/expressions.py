"""The expressions whose results NumPy is asked for, and what they are made of.

An expression is Python; statements before the last ``;`` prepare it. The names of
``NAMES`` are arrays in every layout: contiguous, transposed, reversed, strided, offset.
"""

from itertools import product
from pathlib import Path

NAMES = {
    "f": "np.array([[1.5, -2.0, 0.25], [4.0, 0.0, -3.5]])",
    "i": "np.arange(-2, 4).reshape(2, 3)",
    "j": "np.array([[3, 1, 2], [5, 7, 4]], dtype=np.int32)",
    "s": "np.array([[0.5, 2.25, -1.0], [8.0, 0.1, 3.0]], dtype=np.float32)",
    "u": "np.array([[250, 3, 0], [7, 128, 255]], dtype=np.uint8)",
    "b": "np.array([[True, False, True], [False, False, True]])",
    "v": "np.array([2.0, -1.0, 0.5])",
    "w": "np.array([3, 0, -4, 2])",
    "n": "np.array([[np.nan, 1.0, np.inf], [-np.inf, 0.0, -2.0]])",
    "t": "np.arange(6.0).reshape(3, 2).T * 1.5 - 2",
    "r": "(np.arange(6.0).reshape(2, 3) / 4)[::-1, ::-1]",
    "p": "np.arange(40.0).reshape(5, 8)[1:4:2, 1:7:2] - 20",
    "o": "np.arange(12)[3:9].reshape(2, 3)",
    "h": "(np.arange(24) * 7 % 11).reshape(2, 3, 4)",
    "k": "((np.arange(24.0) * 5 % 13) / 2).reshape(4, 3, 2).transpose(2, 1, 0)[:, ::-1]",
    "z": "np.zeros((0, 3))",
    "x": "np.array([0.1] * 10 + [1e10, -1e10, 3.3] + [0.7] * 20)",
}
LAYOUTS = ("f", "t", "r", "p", "o", "i")
TYPES = ("f", "i", "j", "s", "u", "b")
WEAK = ("2", "2.5", "True", "np.float64(1.5)", "np.float32(0.1)", "np.int32(3)", "np.uint8(200)")

BINARY = (
    "add subtract multiply divide floor_divide remainder power maximum minimum fmax fmin less "
    "less_equal equal not_equal greater logical_and logical_or logical_xor arctan2 hypot fmod copysign"
).split()
UNARY = (
    "exp log log2 log10 log1p expm1 sqrt square abs sign negative reciprocal sin cos tan tanh sinh "
    "cosh arctan floor ceil trunc rint isnan isinf isfinite logical_not cbrt exp2 deg2rad signbit"
).split()
REDUCTIONS = (
    "sum prod mean std var min max ptp argmin argmax any all count_nonzero median cumsum".split()
)
# NumPy answers these with float16 for bytes and truth values, which this package has not.
HALF = set(
    "arctan2 hypot copysign exp log log2 log10 log1p expm1 sqrt sin cos tan tanh sinh cosh arctan rint "
    "cbrt exp2 deg2rad signbit".split()
)
GROUPS = ("on one", "exact", "texts", "errors", "warned")
INDICES = (
    "1",
    "-1",
    "0, 2",
    "1, 2, 3",
    "...",
    "None",
    "..., 0",
    ":, None, 1",
    "0, ..., 1",
    "::-1",
    "1:, ::2",
    ":, 1:3, ::-2",
    "[0, 1]",
    "[1], [2], [3]",
    "[0, 1], [1, 2]",
    ":, [2, 0, 1]",
    "..., [3, 0]",
    "0, [1, 2]",
    "[0, 1], :, [1, 2]",
    "0, :, [1, 2]",
    "[0, 1], ..., None, [1, 2]",
    "[[0], [1]], [[1, 2]]",
    "h > 5",
    "h[:, 0, 0] > 3",
    ":, h[0, :, 0] > 3",
    "[True, False]",
    "[True, False], 1:",
    "np.array(1)",
    "np.int64(1), 2",
    "()",
    "1:1",
    "5:",
    "None, ..., None",
    "np.ix_([0, 1], [2, 0], [3])",
    "[-1, 0]",
    ":, np.arange(3) % 2 == 0, 1",
    "[], 0",
    "slice(None, None, -2)",
    "..., -1, ::-1",
)


def listed():
    """The groups of expressions.txt, by name."""
    found, lines = {}, Path(__file__).with_name("expressions.txt").read_text().splitlines()
    for line in lines:
        if line.startswith("[") and line.endswith("]") and line[1:-1] in GROUPS:
            current = found.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            current.append(line)
    return found


def groups():
    """Each group's name and its expressions."""
    texts = listed()
    one = [text.replace("{}", name) for text in texts["on one"] for name in LAYOUTS]
    pairs = [
        f"np.{op}({a}, {c})"
        for op in BINARY
        for a, c in product(TYPES, TYPES)
        if not (op in HALF and a in "ub" and c in "ub")
    ]
    weak = [f"np.{op}({a}, {c})" for op in BINARY[:14] for a, c in product(TYPES, WEAK)]
    single = [
        f"np.{op}({a})"
        for op in UNARY
        for a in (*TYPES, "t", "n", "2", "-0.5", "0")
        if not (op in HALF and a in "ub")
    ]
    shapes = [
        f"{a} {op} {c}"
        for op in "+*<"
        for a in "fthkp"
        for c in ("v", "f[:, :1]", "h[:, :, :1]", "r", "2.0")
    ]
    folds = [
        f"np.{op}({a}{axis})"
        for op in REDUCTIONS
        for a in ("f", "k", "h", "b", "s", "r")
        for axis in (
            "",
            ", axis=0",
            ", axis=-1",
            *((", axis=1, keepdims=True",) if op != "cumsum" else ()),
        )
    ]
    read = [f"{a}[{key}]" for a in "h" for key in INDICES]
    put = [f"a = h.copy(); a[{key}] = -1; a" for key in INDICES if key != "5:"]
    views = [
        f"k.transpose(2, 1, 0)[{key}]"
        for key in ("1", "..., 0", "::-1", "[0, 1]", ":, [2, 0]", "k.transpose(2, 1, 0) > 3")
    ]
    return {
        "one": one,
        "pairs": pairs,
        "weak": weak,
        "single": single,
        "shapes": shapes,
        "folds": folds,
        "read": read,
        "put": put,
        "views": views,
        "exact": texts["exact"],
        "errors": texts["errors"],
        "warned": texts["warned"],
        "texts": [form.format(text) for text in texts["texts"] for form in ("repr({})", "str({})")],
    }
