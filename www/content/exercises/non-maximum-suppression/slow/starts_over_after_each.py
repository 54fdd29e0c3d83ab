# n^3: after each box that is kept, compares all the remaining ones with all the kept ones again.
def suppress(boxes, scores, labels, threshold):
    kept = []
    open_boxes = sorted(range(len(boxes)), key=lambda i: -scores[i])
    while open_boxes:
        kept.append(open_boxes[0])
        remaining = []
        for i in open_boxes[1:]:
            clear = True
            for j in kept:
                if labels[i] == labels[j] and iou(boxes[i], boxes[j]) > threshold:
                    clear = False
            if clear:
                remaining.append(i)
        open_boxes = remaining
    return kept


def iou(a, b):
    width = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    overlap = width * max(0, min(a[3], b[3]) - max(a[1], b[1]))
    union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - overlap
    return overlap / union if union > 0 else 0.0
