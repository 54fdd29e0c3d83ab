"""Runs the programs that visitors can take away, and holds what they print to what the labs reach.

    python3 tests/programs/run.py target/programs

in a Python with PyTorch, from the project's root. `crates/labs/examples/programs.rs` writes the
programs and, from our own lanes, what they have to print.
"""

import contextlib
import io
import json
import runpy
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROFILE = "test-numeric"
TOLERANCE = 1e-4

# Nothing between the project and burn: the lock file and the target folder are the project's, so
# that burn, which takes minutes, is built once for the project's own tests and for these programs.
MANIFEST = """\
[workspace]

[package]
name = "programs"
version = "0.0.0"
edition = "2024"
publish = false

[dependencies]
{dependency}

[profile.{name}]
{profile}
"""


def cargo(*arguments):
    subprocess.run(["cargo", *arguments], cwd=ROOT, check=True)


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
        program = ROOT / "target" / PROFILE / case["name"]
        run = subprocess.run([program], capture_output=True, text=True, check=True)
        self.check(case, run.stdout)

    return test


def build(folder, cases):
    """Builds the Rust programs of these cases."""
    workspace = folder / "burn"
    shutil.rmtree(workspace, ignore_errors=True)
    (workspace / "src" / "bin").mkdir(parents=True)
    for case in cases:
        shutil.copy(folder / f"{case['name']}.rs", workspace / "src" / "bin")
    # What the programs themselves say that Cargo.toml needs.
    text = (folder / f"{cases[0]['name']}.rs").read_text()
    dependency = next(line[4:] for line in text.splitlines() if line.startswith("//! burn = "))
    profile = (ROOT / "Cargo.toml").read_text().split(f"[profile.{PROFILE}]\n")[1].split("\n\n")[0]
    manifest = MANIFEST.format(dependency=dependency, name=PROFILE, profile=profile)
    (workspace / "Cargo.toml").write_text(manifest)
    shutil.copy(ROOT / "Cargo.lock", workspace)
    place = ["--manifest-path", workspace / "Cargo.toml", "--target-dir", ROOT / "target"]
    cargo("build", "--quiet", "--offline", "--bins", "--profile", PROFILE, *place)


def main(folder):
    shutil.rmtree(folder, ignore_errors=True)
    write = ["--package", "labs", "--example", "programs", "--", folder]
    cargo("run", "--quiet", "--profile", PROFILE, *write)
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
