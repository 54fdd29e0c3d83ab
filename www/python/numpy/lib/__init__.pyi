"""Type hints of numpy.lib; written by tests/make_stubs.py, to which the tests hold them."""

from . import stride_tricks
