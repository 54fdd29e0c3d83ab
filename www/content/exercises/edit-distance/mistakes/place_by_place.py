# Words are compared place by place
#
# One missing word shifts all that follow, and each of them then counts as wrong: of `turn the
# light off` without `the`, three words of four. Errors move the places; that is what insertions
# and deletions in the alignment are for. Fill the table of beginnings instead.
import math
from itertools import zip_longest


def word_errors(reference, hypothesis):
    alignment = list(zip_longest(reference, hypothesis))
    errors = sum(said != heard for said, heard in alignment)
    if not reference:
        return (math.inf if hypothesis else 0.0), alignment
    return errors / len(reference), alignment
