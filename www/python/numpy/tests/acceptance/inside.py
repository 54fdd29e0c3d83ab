"""What runs inside the engine: the allowed ids of some files, and the check of the lists."""

import sys
from collections import Counter

import lists
import suite


def report(wheels, files):
    """Runs the allowed ids of ``files`` and returns ``(lines, passed, failed)``."""
    files = tuple(files) or suite.FILES
    recorder = suite.run(wheels, lists.allowed(), files)
    import numpy

    assert "warmstart" in numpy.__version__, f"tested the wrong package: {numpy.__file__}"
    complete = [f"cannot be collected: {what}" for what in recorder.broken]
    if files == suite.FILES:
        complete += lists.problems(recorder.collected)
    failed = [
        f"{one}: {outcome}: {why}"
        for one, (outcome, why) in recorder.outcomes.items()
        if outcome != "passed"
    ]
    passed = Counter(
        one.partition("::")[0] for one, (outcome, _) in recorder.outcomes.items() if outcome == "passed"
    )
    lines = [f"{file}: {passed[file]}" for file in files] + complete + failed
    return lines, sum(passed.values()), len(failed) + len(complete)


if __name__ == "__main__":
    lines, passed, failed = report(sys.argv[1], sys.argv[2:])
    print(*lines, f"numpy's own tests: {passed} passed, {failed} failed", sep="\n")
    sys.exit(failed > 0)
