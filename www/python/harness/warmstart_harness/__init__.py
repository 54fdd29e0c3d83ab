"""Runs a visitor's code on an exercise's cases inside Pyodide, and says what was seen.

The worker calls :func:`warmstart_harness.session.run`. Nothing here decides whether an answer is
right: that is the judge's work, in the page.
"""
