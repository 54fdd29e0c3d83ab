# The overlap is never checked
#
# Where boxes are apart, a side of the overlap comes out negative. Apart on one axis, that makes a
# negative overlap; apart on both, two negatives make a positive one: `(0, 0, 1, 1)` and
# `(2, 2, 3, 3)` give −1 · −1 = +1. Clamp each side at zero before you multiply:
# `max(0, right - left)`, and the same for the height.
def iou(a, b):
    left, top = max(a[0], b[0]), max(a[1], b[1])
    right, bottom = min(a[2], b[2]), min(a[3], b[3])
    overlap = (right - left) * (bottom - top)
    area_a = (a[2] - a[0]) * (a[3] - a[1])
    area_b = (b[2] - b[0]) * (b[3] - b[1])
    union = area_a + area_b - overlap
    return overlap / union if union else 0.0
