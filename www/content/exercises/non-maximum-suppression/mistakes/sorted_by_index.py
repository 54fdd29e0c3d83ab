# The answer is in the order of the list
#
# The right boxes are kept, but returned by index. Whoever takes the first ten then gets any ten,
# not the surest. Return them in the order in which they were kept, by falling score.
def suppress(boxes, scores, labels, threshold):
    kept = []
    for i in sorted(range(len(boxes)), key=lambda i: -scores[i]):
        if all(labels[i] != labels[j] or iou(boxes[i], boxes[j]) <= threshold for j in kept):
            kept.append(i)
    return sorted(kept)


def iou(a, b):
    overlap = max(0, min(a[2], b[2]) - max(a[0], b[0])) * max(0, min(a[3], b[3]) - max(a[1], b[1]))
    union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - overlap
    return overlap / union if union > 0 else 0.0
