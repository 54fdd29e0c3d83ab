"""Records what genuine NumPy makes of every random program, in programs.txt: a digest each.

Run with a Python that has NumPy installed, and no PYTHONPATH:
    python www/python/numpy/tests/make_programs.py
"""

import re
from collections import Counter
from pathlib import Path

import numpy as np

from programs import COUNT
from programs_run import digest, trace

A_LINE = 14
LEFT_OUT = "-"

# Results that the playground's arrays cannot hold.
_TYPES = re.compile(r"float16|complex64|object|<U")
# Complex numbers are here because eig gives them: arithmetic, not order, nor every function.
_NOT_COMPLEX = re.compile(
    r"sort|partition|arg|max|min|ptp|median|percentile|quantile|clip|[<>]|unique|union1d|isin|"
    r"intersect1d|setdiff1d|searchsorted|histogram|digitize|interp|nan_to_num|select|where|"
    r"np\.(sin|cos|tan|arc|sinh|cosh|log|exp|is|sign|cbrt|rint|reciprocal|logical)|less|greater|"
    r"cumprod|//|\*\*|pow|float\(|norm|round"
)


class _Outside(Exception):
    """The program leaves what the playground has."""


def _refuse(statement, scope):
    if ".at(" in statement:
        target = scope[re.search(r"x\d+", statement).group()]
        if not target.flags.writeable or target.dtype == np.uint64:
            raise _Outside("ufunc.at on read-only arrays, or through floats beyond uint64")
    if _NOT_COMPLEX.search(statement):
        for name in re.findall(r"x\d+", statement):
            if getattr(scope.get(name), "dtype", np.dtype(int)).kind == "c":
                raise _Outside("complex numbers in an operation that the playground has for real ones")


def recorded(seed):
    """The digest of a program, or the mark of one that is left out, and the reason."""
    try:
        steps = trace(np, seed, _refuse)
    except _Outside as reason:
        return LEFT_OUT, str(reason)
    if any(_TYPES.search(outcome) for _, outcomes in steps for outcome in outcomes):
        return LEFT_OUT, "a type that the playground's arrays do not have"
    return digest(steps), "recorded"


def main():
    """Write the digests in the order of the seeds, until there are enough."""
    digests, reasons = [], Counter()
    while reasons["recorded"] < COUNT:
        found, reason = recorded(len(digests))
        digests.append(found)
        reasons[reason] += 1
    rows = (" ".join(digests[k : k + A_LINE]) for k in range(0, len(digests), A_LINE))
    head = f"# NumPy {np.__version__}; digests of programs 0 to {len(digests) - 1}; '{LEFT_OUT}': left out."
    Path(__file__).with_name("programs.txt").write_text("\n".join([head, *rows]) + "\n")
    for reason, count in reasons.most_common():
        print(f"{count:6} {reason}")


if __name__ == "__main__":
    main()
