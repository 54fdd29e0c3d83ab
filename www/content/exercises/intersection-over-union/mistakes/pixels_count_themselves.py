# Each side is one too long
#
# `x2 - x1 + 1` counts pixels with both ends included, as the first PASCAL VOC tools did. Here the
# numbers are edges: a box from 0 to 2 is 2 wide, and boxes that only touch share nothing. Take the
# `+ 1` away, in the overlap and in both areas.
def iou(a, b):
    width = max(0, min(a[2], b[2]) - max(a[0], b[0]) + 1)
    height = max(0, min(a[3], b[3]) - max(a[1], b[1]) + 1)
    overlap = width * height
    area_a = (a[2] - a[0] + 1) * (a[3] - a[1] + 1)
    area_b = (b[2] - b[0] + 1) * (b[3] - b[1] + 1)
    return overlap / (area_a + area_b - overlap)
