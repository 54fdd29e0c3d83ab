# A box that was dropped still suppresses
#
# Comparing with every surer box lets the dead decide: in the chain box 0 drops box 1, and box 1,
# which is gone, drops box 2. Compare with the boxes that were kept.
def suppress(boxes, scores, labels, threshold):
    order = sorted(range(len(boxes)), key=lambda i: -scores[i])
    return [
        i
        for place, i in enumerate(order)
        if all(
            labels[i] != labels[j] or iou(boxes[i], boxes[j]) <= threshold for j in order[:place]
        )
    ]


def iou(a, b):
    overlap = max(0, min(a[2], b[2]) - max(a[0], b[0])) * max(0, min(a[3], b[3]) - max(a[1], b[1]))
    union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - overlap
    return overlap / union if union > 0 else 0.0
