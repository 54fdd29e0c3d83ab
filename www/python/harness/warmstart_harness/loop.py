"""An event loop for a Python that has no files to wait for: it sleeps until the next timer.

Python's own loops need a pair of sockets, and Pyodide's hands its callbacks to JavaScript, where
they would run after the job.
"""

import asyncio
import time


class _NoFiles:
    """What a loop asks for events: there are none."""

    @staticmethod
    def select(timeout):
        time.sleep(timeout or 0)
        return []


class Loop(asyncio.BaseEventLoop):
    """Runs what is ready, then sleeps."""

    def __init__(self):
        super().__init__()
        self._selector = _NoFiles()

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass


class Policy(asyncio.events._BaseDefaultEventLoopPolicy):
    """Makes :func:`asyncio.run` use it."""

    _loop_factory = Loop
