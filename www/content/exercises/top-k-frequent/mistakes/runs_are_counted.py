# Runs are counted, not signatures
#
# `itertools.groupby` starts a new group whenever the value changes, so in render, decode, render
# the two renders are two groups of one. It needs sorted input; a `Counter` does not, and takes n
# steps instead of n log n.
import heapq
from itertools import groupby


def top_k(signatures, k):
    counts = {}
    for signature, run in groupby(signatures):
        length = sum(1 for _ in run)
        counts[signature] = max(counts.get(signature, 0), length)
    return heapq.nsmallest(k, counts.items(), key=lambda item: (-item[1], item[0]))
