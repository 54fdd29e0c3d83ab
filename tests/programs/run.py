"""Runs the programs that visitors can take away, and holds what they print to what the labs reach.

    python3 tests/programs/run.py target/programs

in a Python with PyTorch, from the project's root. `crates/labs/examples/programs.rs` writes the
programs and, from our own lanes, what they have to print.
"""

import contextlib
import io
import json
import os
import runpy
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROFILE = "test-numeric"
TOLERANCE = 1e-4

# What cargo builds burn with depends on all packages and features that it is told of, and burn takes
# minutes: these are those of the native tests of nets.
PACKAGES = ["nets", "labs", "trainer", "checkpoints"]
BUILT = [*(word for it in PACKAGES for word in ("--package", it)), "--features", "nets/bench,nets/either,nets/optim"]


def cargo(*arguments):
    """Runs cargo; what it prints on its standard output."""
    command = ["cargo", *arguments, "--profile", PROFILE]
    return subprocess.run(command, cwd=ROOT, check=True, text=True, stdout=subprocess.PIPE).stdout


class Printed(unittest.TestCase):
    folder = None
    expected = []

    def check(self, case, printed):
        measure, value = printed.strip().splitlines()[-1].split()
        self.assertEqual(measure, case["measure"])
        apart = abs(float(value) - case["value"])
        self.assertLessEqual(apart, TOLERANCE, f"{value} where the lab reaches {case['value']}")


def in_python(case):
    def test(self):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            runpy.run_path(str(self.folder / f"{case['name']}.py"), run_name="__main__")
        self.check(case, printed.getvalue())

    return test


def in_rust(case):
    def test(self):
        run = subprocess.run([self.folder / case["name"]], capture_output=True, text=True, check=True)
        self.check(case, run.stdout)

    return test


def library():
    """The library of burn with what the programs say that they need of it."""
    messages = cargo("test", "--no-run", "--quiet", "--message-format", "json", *BUILT)
    messages = [json.loads(line) for line in messages.splitlines()]
    built = [it for it in messages if it["reason"] == "compiler-artifact"]
    names = [name for it in built if it["target"]["name"] == "burn" for name in it["filenames"]]
    (rlib,) = [Path(name) for name in names if name.endswith(".rlib")]
    return rlib


def build(folder, cases):
    """Builds the Rust programs of these cases."""
    rlib = library()
    burn = ["--extern", f"burn={rlib}", "-L", f"dependency={rlib.parent}"]
    for case in cases:
        program = folder / case["name"]
        rustc = ["rustc", "--edition", "2024", "--deny", "warnings", *burn]
        subprocess.run([*rustc, f"{program}.rs", "-o", program], cwd=ROOT, check=True)


def main(folder):
    shutil.rmtree(folder, ignore_errors=True)
    cargo("build", "--quiet", *BUILT, "--example", "programs")
    write = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"), PROFILE, "examples", "programs")
    subprocess.run([write, folder], cwd=ROOT, check=True)
    expected = json.loads((folder / "expected.json").read_text())
    in_burn = [case for case in expected if case["burn"]]
    build(folder, in_burn)
    Printed.folder = folder
    for case in expected:
        setattr(Printed, f"test_{case['name']}_in_pytorch", in_python(case))
    for case in in_burn:
        setattr(Printed, f"test_{case['name']}_in_burn", in_rust(case))
    unittest.main(argv=sys.argv[:1])


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
