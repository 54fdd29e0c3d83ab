"""The two lists: ids that must pass, and patterns of ids left out, each with its reason."""

import json
import re
import tomllib
from pathlib import Path

_FOLDER = Path(__file__).parent


def _read(name):
    return tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))


def allowed():
    """Every id that must pass."""
    return {f"{file}::{test}" for file, tests in _read("allowed.toml").items() for test in tests}


def write_allowed(ids):
    """Keeps ``ids``, sorted by file as they were collected."""
    by_file = {}
    for one in ids:
        file, _, test = one.partition("::")
        by_file.setdefault(file, []).append(test)
    parts = ["# Made by freeze.py: passes on NumPy itself, and is not excluded.\n"]
    for file, tests in by_file.items():
        lines = "".join(f"  {json.dumps(test)},\n" for test in tests)
        parts.append(f"\n{json.dumps(file)} = [\n{lines}]\n")
    (_FOLDER / "allowed.toml").write_text("".join(parts), encoding="utf-8")


class Exclusions:
    """Patterns of ids: ``*`` stands for any text, ``{a|b}`` for one of several."""

    def __init__(self):
        self.reasons = {
            f"{file}::{pattern}": reason
            for file, patterns in _read("excluded.toml").items()
            for pattern, reason in patterns.items()
        }
        self._expressions = {pattern: _expression(pattern) for pattern in self.reasons}

    def matching(self, one):
        """The patterns that an id falls under."""
        return [pattern for pattern, found in self._expressions.items() if found.fullmatch(one)]


def _expression(pattern):
    text = re.escape(pattern).replace(r"\*", ".*").replace(r"\|", "|")
    return re.compile(text.replace(r"\{", "(").replace(r"\}", ")"))


def problems(collected, files):
    """What is wrong with the lists, given the ids that there are in ``files``: a line for each."""
    wanted, exclusions = allowed(), Exclusions()
    matched = {one: exclusions.matching(one) for one in collected}
    used = {pattern for patterns in matched.values() for pattern in patterns}
    found = []
    for one in collected:
        if bool(matched[one]) == (one in wanted):
            both = "both allowed and excluded" if matched[one] else "neither allowed nor excluded"
            found.append(f"{both}: {one}")
    for pattern in exclusions.reasons:
        if pattern.partition("::")[0] in files and pattern not in used:
            found.append(f"excludes nothing: {pattern}")
    for pattern, reason in exclusions.reasons.items():
        if len(reason) < 5 or "\n" in reason or re.search(r"fail|broken|wrong", reason):
            found.append(f"not a reason: {reason!r} for {pattern}")
    return found
