"""Records what genuine NumPy (2.x) answers to every expression, in fixtures.json.

Run from www/python/numpy with a Python that has NumPy installed:
    python -m tests.make_fixtures
"""

import json
from pathlib import Path

import numpy as np

from .encoding import outcome
from .expressions import groups


def main():
    """Write the fixtures, one line a result, in the order of the expressions."""
    lines = []
    for name, expressions in groups().items():
        results = [outcome(np, expression) for expression in expressions]
        entries = [result if not warned else [result, warned] for result, warned in results]
        kept = [[result, warned] for result, warned in results]
        assert len(entries) == len(kept)
        rows = ",\n".join(json.dumps(row, separators=(",", ":")) for row in kept)
        lines.append(f"{json.dumps(name)}: [\n{rows}\n]")
        print(f"{name}: {len(kept)}")
    text = f'{{"numpy": "{np.__version__}",\n' + ",\n".join(lines) + "}\n"
    Path(__file__).with_name("fixtures.json").write_text(text)


if __name__ == "__main__":
    main()
