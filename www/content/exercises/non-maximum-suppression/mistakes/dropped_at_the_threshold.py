# Dropped at the threshold, not above it
#
# `(0, 0, 4, 4)` and its upper half have an IoU of exactly 0.5, and the task keeps both at 0.5. With
# `<` in place of `<=` a threshold of 0 drops everything but one box of each label, as every IoU is
# at least 0.
def suppress(boxes, scores, labels, threshold):
    kept = []
    for i in sorted(range(len(boxes)), key=lambda i: -scores[i]):
        if all(labels[i] != labels[j] or iou(boxes[i], boxes[j]) < threshold for j in kept):
            kept.append(i)
    return kept


def iou(a, b):
    overlap = max(0, min(a[2], b[2]) - max(a[0], b[0])) * max(0, min(a[3], b[3]) - max(a[1], b[1]))
    union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - overlap
    return overlap / union if union > 0 else 0.0
