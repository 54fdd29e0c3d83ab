"""NumPy's own tests: taken out of its wheel, collected, and run, whichever numpy is imported."""

import sys
import tempfile
import zipfile
from pathlib import Path

import shim

# NumPy's `lib/tests/test_shape_base.py` is `lib_tests/test_shape_base.py` here: pytest names
# modules by their folders, and a module named `random` would hide Python's.
FILES = (
    "_core_tests/test_arrayprint.py",
    "_core_tests/test_einsum.py",
    "_core_tests/test_indexing.py",
    "_core_tests/test_nep50_promotions.py",
    "_core_tests/test_shape_base.py",
    "lib_tests/test_arraysetops.py",
    "lib_tests/test_nanfunctions.py",
    "lib_tests/test_shape_base.py",
    "lib_tests/test_stride_tricks.py",
    "lib_tests/test_twodim_base.py",
    "linalg_tests/test_linalg.py",
    "random_tests/test_random.py",
    "random_tests/test_randomstate.py",
)


def wheel(wheels, package):
    """The wheel of ``package`` in the folder ``wheels``."""
    (found,) = Path(wheels).glob(f"{package}-*.whl")
    return found


def unpacked(wheels):
    """A folder with NumPy's test files, out of the wheel in the folder ``wheels``."""
    folder = Path(tempfile.mkdtemp())
    with zipfile.ZipFile(wheel(wheels, "numpy")) as archive:
        for name in FILES:
            target = folder / name
            target.parent.mkdir(exist_ok=True)
            package, _, file = name.partition("_tests/")
            target.write_bytes(archive.read(f"numpy/{package}/tests/{file}"))
    return folder


class Recorder:
    """A pytest plugin that chooses what runs and notes what became of it."""

    def __init__(self, chosen):
        self.chosen, self.collected, self.outcomes, self.broken = chosen, [], {}, []

    def pytest_configure(self, config):
        config.option.tbstyle = "short"

    def pytest_collectreport(self, report):
        if report.failed:
            self.broken.append(f"{report.nodeid}: {report.longreprtext}")

    def pytest_collection_modifyitems(self, items):
        self.collected = [item.nodeid for item in items]
        if self.chosen is not None:
            items[:] = [item for item in items if item.nodeid in self.chosen]
        shim.tests_begin({item.cls for item in items})

    def pytest_runtest_logreport(self, report):
        before = self.outcomes.get(report.nodeid, ("passed", ""))
        if before[0] == "passed" and (report.when == "call" or not report.passed):
            expected = hasattr(report, "wasxfail")
            outcome = "expected to fail" if expected else report.outcome
            self.outcomes[report.nodeid] = outcome, _last_line(report)


def _last_line(report):
    if isinstance(report.longrepr, tuple):
        return report.longrepr[2]
    crash = getattr(report.longrepr, "reprcrash", None)
    place = getattr(report.longrepr, "reprtraceback", None)
    lines = [str(entry.reprfileloc) for entry in getattr(place, "reprentries", [])[-1:]]
    return " ".join([*lines, crash.message if crash else report.longreprtext])


def run(wheels, chosen=None, files=FILES):
    """Collects ``files``, runs the ids in ``chosen`` (None: all), and returns the recorder."""
    for pure in Path(wheels).glob("*-py3-none-any.whl"):
        sys.path.append(str(pure))
    sys.dont_write_bytecode = True
    import pytest

    shim.install()
    folder = unpacked(wheels)
    recorder = Recorder(chosen)
    options = ["--import-mode=importlib", "-c/dev/null", f"--rootdir={folder}"]
    plugins = ["-pno:cacheprovider", "-pno:terminal", "-pno:faulthandler", "-pno:hypothesispytest"]
    pytest.main([*options, *plugins, *(str(folder / name) for name in files)], [recorder])
    return recorder
