"""What runs inside the engine: the allowed ids of some files, and the check of the lists.

Without the engine, in any Python from 3.11 on:
    cd www/python && PYTHONPATH=. python3 numpy/tests/acceptance/inside.py <wheels> [test file…]
"""

import sys
from collections import Counter

import lists
import suite


def report(wheels, files):
    """Runs the allowed ids of ``files`` and returns ``(lines, passed, failed)``."""
    files = tuple(files) or suite.FILES
    assert set(files) <= set(suite.FILES), f"not among {', '.join(suite.FILES)}"
    wanted = {one for one in lists.allowed() if one.partition("::")[0] in files}
    recorder = suite.run(wheels, wanted, files)
    import numpy

    assert "warmstart" in numpy.__version__, f"tested the wrong package: {numpy.__file__}"
    complete = [f"cannot be collected: {what}" for what in recorder.broken]
    complete += lists.problems(recorder.collected, files)
    complete += [f"did not run: {one}" for one in sorted(wanted - recorder.outcomes.keys())]
    failed = [
        f"{one}: {outcome}: {why}"
        for one, (outcome, why) in recorder.outcomes.items()
        if outcome != "passed"
    ]
    passed = Counter(
        one.partition("::")[0]
        for one, (outcome, _) in recorder.outcomes.items()
        if outcome == "passed"
    )
    lines = [f"{file}: {passed[file]}" for file in files] + complete + failed
    return lines, sum(passed.values()), len(failed) + len(complete)


if __name__ == "__main__":
    lines, passed, failed = report(sys.argv[1], sys.argv[2:])
    print(*lines, f"numpy's own tests: {passed} passed, {failed} failed", sep="\n")
    sys.exit(failed > 0)
