"""What the visitor's code prints, sent on in pieces while it runs.

Pieces leave through file descriptors 1 and 2, which the worker listens to. So Python holds no
JavaScript function that could post a message, and there is nothing to forge verdicts with.
"""

import io
import os
import sys
import time

MAX_CHARACTERS = 200_000
PIECE_CHARACTERS = 8_192
PIECE_SECONDS = 0.05
STOPPED = "\n[Output ends here: more than 200,000 characters were printed.]\n"
NO_INPUT = "There is no keyboard here: the cases call your code with its arguments, not input()."
NO_DEBUGGER = "There is no debugger here, and no keyboard for one: print what you want to see."

STDOUT, STDERR = 1, 2


class Output:
    """Collects both streams in the order of printing, and counts against one limit."""

    def __init__(self, muted=False):
        self._left = 0 if muted else MAX_CHARACTERS
        self._muted = muted
        self._stream = STDOUT
        self._pieces = []
        self._size = 0
        self._sent_at = time.monotonic()

    def write(self, stream, text):
        """Take `text` for descriptor `stream`; send if enough has come together."""
        if self._left <= 0:
            return
        if stream != self._stream:
            self.flush()
            self._stream = stream
        self._pieces.append(text[: self._left])
        self._size += len(text)
        self._left -= len(text)
        if self._left <= 0:
            self.flush()
            os.write(STDERR, STOPPED.encode())
        elif self._size >= PIECE_CHARACTERS or time.monotonic() - self._sent_at > PIECE_SECONDS:
            self.flush()

    def flush(self):
        """Send what is waiting."""
        text = "".join(self._pieces)
        self._pieces.clear()
        self._size = 0
        self._sent_at = time.monotonic()
        if text and not self._muted:
            _write_all(self._stream, text.encode("utf-8", "backslashreplace"))

    def __enter__(self):
        self._before = (sys.stdout, sys.stderr, sys.stdin)
        sys.stdout, sys.stderr = _Stream(self, STDOUT), _Stream(self, STDERR)
        sys.stdin = _NoInput()
        sys.breakpointhook = _no_debugger
        return self

    def __exit__(self, *_):
        self.flush()
        sys.stdout, sys.stderr, sys.stdin = self._before


class _Stream(io.TextIOBase):
    encoding = "utf-8"
    errors = "backslashreplace"

    def __init__(self, output, descriptor):
        self._output = output
        self._descriptor = descriptor

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._output.write(self._descriptor, text)
        return len(text)

    def writable(self):
        return True

    def fileno(self):
        return self._descriptor

    @property
    def buffer(self):
        return _Bytes(self)


class _Bytes(io.BufferedIOBase):
    """``sys.stdout.buffer``, for code that prints in bytes."""

    def __init__(self, stream):
        self._stream = stream

    def write(self, data):
        self._stream.write(bytes(data).decode("utf-8", "backslashreplace"))
        return len(data)

    def writable(self):
        return True


class _NoInput(io.TextIOBase):
    def readline(self, size=-1, /):
        raise EOFError(NO_INPUT)

    def read(self, size=-1, /):
        raise EOFError(NO_INPUT)

    def readable(self):
        return True

    @property
    def buffer(self):
        return self


def _no_debugger(*_, **__):
    raise RuntimeError(NO_DEBUGGER)


def _write_all(descriptor, data):
    while data:
        data = data[os.write(descriptor, data) :]
