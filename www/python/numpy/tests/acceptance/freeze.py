"""Makes allowed.toml anew: what passes on NumPy itself, through the same shim, and is not excluded.

Run by hand, with a Python that has exactly the numpy of requirements.txt:
    python www/python/numpy/tests/acceptance/freeze.py target/numpy-acceptance
"""

import sys

import lists
import suite


def main(wheels):
    """Runs everything natively, writes the list, and says what has no reason yet."""
    recorder = suite.run(wheels)
    import numpy

    pinned = suite.wheel(wheels, "numpy").name.split("-")[1]
    assert numpy.__version__ == pinned, f"numpy is {numpy.__version__}, the tests are of {pinned}"
    assert not recorder.broken, recorder.broken
    exclusions = lists.Exclusions()
    chosen = [one for one in recorder.collected if not exclusions.matching(one)]
    passing = [one for one in chosen if recorder.outcomes[one][0] == "passed"]
    lists.write_allowed(passing)
    for one in sorted(set(chosen) - set(passing)):
        print("needs a reason:", one, *recorder.outcomes[one])
    print(f"{len(passing)} allowed of {len(recorder.collected)}")


if __name__ == "__main__":
    main(sys.argv[1])
