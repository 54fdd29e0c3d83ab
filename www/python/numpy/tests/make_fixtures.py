"""Records what genuine NumPy (2.x) answers to every expression, in fixtures.json.

Run with a Python that has NumPy installed, and no PYTHONPATH:
    python www/python/numpy/tests/make_fixtures.py
"""

import json
from pathlib import Path

import numpy as np

from encoding import outcome
from expressions import groups


def main():
    """Write the fixtures, one line a result, in the order of the expressions."""
    lines = []
    for name, expressions in groups().items():
        kept = [outcome(np, expression) for expression in expressions]
        rows = ",\n".join(json.dumps(row, separators=(",", ":")) for row in kept)
        lines.append(f"{json.dumps(name)}: [\n{rows}\n]")
        print(f"{name}: {len(kept)}")
    text = f'{{"numpy": "{np.__version__}",\n' + ",\n".join(lines) + "}\n"
    Path(__file__).with_name("fixtures.json").write_text(text)


if __name__ == "__main__":
    main()
