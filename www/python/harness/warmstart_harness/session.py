"""One job from the page: a generator of events, each a JSON text for the wire."""

import gc
import json
import sys
import warnings

from .checks import Check
from . import room
from .errors import MEMORY_MB, describe, describe_authoring
from .exercise import AuthoringError
from .guard import seal
from .job import Rejected
from .measuring import Growth
from .output import Output
from .pristine import Pristine
from .shrinking import Shrink
from .steps import Counter

# What Python has to say of this package's lines, such as that the visitor's coroutine was never
# awaited there, is no help to anyone.
warnings.filterwarnings("ignore", module="warmstart_harness")

KINDS = {"check": Check, "growth": Growth, "shrink": Shrink}


def ready():
    """Called once, before the first job. A JSON text: versions, and the memory that there is."""
    import numpy

    room.take()
    kernels = sys.modules.get("numpy._kernels")
    if kernels is not None:
        # Looked up now: nothing of the worker's can be imported when the ways to it are closed.
        kernels.release()
        kernels.available()
    seal()
    gc.freeze()  # what is here now stays: collections need not look at it again
    version = ".".join(map(str, sys.version_info[:3]))
    return json.dumps({"python": version, "numpy": numpy.__version__, "memory_mb": MEMORY_MB})


def run(request_text):
    """Events of one ``Request::Run`` (the text of its body), without envelope and id."""
    job = json.loads(request_text)["job"]
    del request_text  # it holds the right answers
    kind = KINDS[job["purpose"]["kind"]]
    muted = kind is not Check
    pristine = Pristine(job["seed"])
    with Counter() as counter, Output(muted=muted) as output:
        session = kind(job, counter, output, pristine)
        try:
            yield from _texts(session.events())
            ending = {"type": "finished", "duration_ms": session.seconds * 1000}
        except Rejected as rejected:
            ending = {"type": "failed", "error": rejected.args[0]}
        except AuthoringError as error:
            ending = {"type": "failed", "error": describe_authoring(error)}
        except GeneratorExit:
            raise
        except BaseException as error:  # from a property or comparison of the visitor's own objects
            ending = {"type": "failed", "error": describe(error, job["step_budget"])}
        session.close()
        output.flush()
        yield _text(ending)


def _texts(events):
    """Each event as text; what the worker says to it goes back. No event is held on to."""
    answer = None
    while True:
        try:
            event = events.send(answer)
        except StopIteration:
            return
        answer = yield _text(event)
        del event


def _text(event):
    return json.dumps(event, separators=(",", ":"))
