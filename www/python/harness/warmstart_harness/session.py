"""One job from the page: a generator of events, each a JSON text for the wire.

The order of nesting matters: outside the state that is put back, then the counter, then the
output; the guard only around calls into visitor code.
"""

import json

from .checks import Check
from .errors import describe, describe_authoring
from .exercise import AuthoringError
from .job import Rejected
from .measuring import Growth
from .output import Output
from .pristine import Pristine
from .shrinking import Shrink
from .steps import Counter

KINDS = {"check": Check, "growth": Growth, "shrink": Shrink}


def run(request_text):
    """Events of one ``Request::Run`` (the text of its body), without envelope and id."""
    job = json.loads(request_text)["job"]
    del request_text  # it holds the right answers
    kind = KINDS[job["purpose"]["kind"]]
    muted = kind is not Check
    with Pristine(job["seed"]) as pristine, Counter() as counter, Output(muted=muted) as output:
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
