# The overlap as a share of the smaller box
#
# A tin of 2 × 2 inside a box of 10 × 10 is covered completely, a share of 1, but the IoU is 4 /
# 100. Dividing by the smaller area lets a small object suppress a large one and the other way
# round. Divide by the union.
def suppress(boxes, scores, labels, threshold):
    kept = []
    for i in sorted(range(len(boxes)), key=lambda i: -scores[i]):
        if all(labels[i] != labels[j] or share(boxes[i], boxes[j]) <= threshold for j in kept):
            kept.append(i)
    return kept


def share(a, b):
    overlap = max(0, min(a[2], b[2]) - max(a[0], b[0])) * max(0, min(a[3], b[3]) - max(a[1], b[1]))
    smaller = min((a[2] - a[0]) * (a[3] - a[1]), (b[2] - b[0]) * (b[3] - b[1]))
    return overlap / smaller if smaller > 0 else 0.0
