"""What the library says of the stack ends where the harness begins. Importing this module sees to it."""

import itertools
import sys
import traceback

_walk_all = traceback.walk_stack


def _walk_own(frame):
    """As ``traceback.walk_stack``, which ``print_stack`` and logging use."""
    own = itertools.takewhile(_is_own, _walk_all(frame or sys._getframe().f_back))
    return iter(list(own))


def _is_own(pair):
    frame, _ = pair
    return not frame.f_globals.get("__name__", "").startswith("warmstart_harness")


traceback.walk_stack = _walk_own
