"""Records what genuine NumPy draws after each seed, in random_expected.json.

Run with a Python that has NumPy installed, and no PYTHONPATH:
    python www/python/numpy/tests/make_random_fixtures.py
"""

import json

import numpy as np

from draws import HERE, outcome, programs


def main():
    """Write the fixtures, one line a program, in the order of the calls."""
    rows = [json.dumps(outcome(np, begin, call)) for _, begin, call in programs()]
    text = ",\n".join(row.replace(", ", ",") if '"!"' not in row else row for row in rows)
    HERE.joinpath("random_expected.json").write_text(
        f'{{"numpy": "{np.__version__}", "outcomes": [\n{text}\n]}}\n'
    )
    print(f"{len(rows)} programs")


if __name__ == "__main__":
    main()
