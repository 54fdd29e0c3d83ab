"""What NumPy answers to linalg_expressions.txt, recorded and compared.

The decompositions are in the kernels alone, so the comparison runs inside the engine
(linalg.test.mjs). Record with a Python that has NumPy installed, and no PYTHONPATH:
    python www/python/numpy/tests/linalg_fixtures.py
"""

import json
import warnings
from pathlib import Path

from encoding import agree, encoded

HERE = Path(__file__).parent

# Contiguous, transposed, reversed, strided and stretched matrices; complex, symmetric, stacked.
NAMES = {
    "L": "np.linalg",
    "ordered": "lambda w: np.array(sorted(w.tolist(), key=lambda z: (round(z.real, 6), z.imag)))",
    "a": "np.array([[2.0, -1.0, 0.5], [1.0, 3.0, -2.0], [0.25, 1.0, 4.0]])",
    "f": "np.array([[1.5, -2.0, 0.25], [4.0, 0.0, -3.5], [1.0, 1.0, 2.0]])",
    "g": "np.array([[1.5, -2.0, 0.25, 1.0], [4.0, 0.0, -3.5, 2.0], [1.0, 1.0, 2.0, -1.0]])",
    "t": "(np.arange(12.0).reshape(3, 4) ** 1.5 - 5).T",
    "v_": "(np.arange(81.0) * 7 % 31).reshape(9, 9)[7:0:-3, 1:8:3]",
    "ones": "np.ones((4, 3)) * [1, 2, 3]",
    "s32": "np.array([[0.5, 2.25, -1.0], [8.0, 0.1, 3.0], [1, 2, 4]], dtype=np.float32)",
    "i_": "np.array([[3, 1, 2], [5, 7, 4], [1, 0, 6]])",
    "d": "np.diag([3.0, 0.0, 1.0])",
    "z0": "np.zeros((2, 3))",
    "one": "np.eye(3)",
    "c": "np.array([[1 + 1j, 2, 0.5j], [3, 1j, 1], [1 - 2j, 0, 2]])",
    "stack": "np.stack([np.eye(3) * 4 + 1, (np.arange(9) * 5 % 7).reshape(3, 3) + 30 * np.eye(3)])",
    "big": "np.array([[2.0, -1.0, 0.5], [1.0, 3.0, -2.0], [0.25, 1.0, 4.0]]) * 1e100",
    "tri": "np.array([[1.0, 2, 3], [0, 4, 5], [0, 0, 6]])",
    "p": "np.array([[4.0, 2, 0.6], [2, 5, 1], [0.6, 1, 3]])",
    "neg": "-np.array([[4.0, 2, 0.6], [2, 5, 1], [0.6, 1, 3]])",
    "s5": "np.fromfunction(lambda i, j: 1 / (i + j + 1) + (i == j), (5, 5))",
    "hc": "np.array([[4, 1 + 1j, 0], [1 - 1j, 5, 2j], [0, -2j, 6]])",
    "ps": "np.array([[4, 2], [2, 3]], dtype=np.float32)",
    "r20": "np.random.RandomState(7).randn(100)",
    "hilbert": "np.fromfunction(lambda i, j: 1 / (i + j + 1), (8, 8))",
}


def expressions():
    """Every expression, matrices in place of ``{}``."""
    found, names = [], [""]
    for line in (HERE / "linalg_expressions.txt").read_text().splitlines():
        if line.startswith("["):
            names = line.strip("[]").split()
        elif line and not line.startswith("#"):
            found += [line.replace("{}", name) for name in (names if "{}" in line else [""])]
    return found


def outcome(np, expression):
    """What an expression gives: a value, or an error's type and message."""
    scope = {"np": np}
    for name, text in NAMES.items():
        scope[name] = eval(text, scope)
    *before, last = expression.split("; ")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            for statement in before:
                exec(statement, scope)
            return encoded(np, eval(last, scope))
        except Exception as error:
            return ["!", type(error).__name__, str(error)]


def differences(np):
    """Each expression whose outcome differs, as text."""
    recorded = json.loads((HERE / "linalg_expected.json").read_text())
    assert list(recorded) == list(dict.fromkeys(expressions())), "the fixtures are out of date"
    for expression, expected in recorded.items():
        got = json.loads(json.dumps(outcome(np, expression)))
        if not agree(got, expected):
            yield f"{expression}\n  got      {got}\n  expected {expected}"


def main():
    """Write linalg_expected.json, one line an expression."""
    import numpy as np

    kept = dict.fromkeys(expressions())
    compact = json.JSONEncoder(separators=(",", ":")).encode
    rows = (f"{compact(one)}:{compact(outcome(np, one))}" for one in kept)
    (HERE / "linalg_expected.json").write_text("{\n" + ",\n".join(rows) + "\n}\n")
    print(f"{len(kept)} expressions")


if __name__ == "__main__":
    main()
