def squared_distances(rows, centres):
    return ((rows[:, None] - centres[None]) ** 2).sum(2)


def fill_empty(own, counts):
    """Gives each empty cluster the row that is farthest from its centre, farthest first."""
    gaps = ((ROWS - centres[own]) ** 2).sum(1)
    empty = [index for index, count in enumerate(counts) if count == 0]
    far = [row for row in gaps.argsort(descending=True).tolist() if gaps[row] > 0]
    for index, row in zip(empty, far):
        own[row] = index


own = squared_distances(ROWS, centres).argmin(1)
for step in range(STEPS):
    if EMPTY_MOVES:
        fill_empty(own, torch.bincount(own, minlength=len(centres)).tolist())
    for index in range(len(centres)):
        if (own == index).any():
            centres[index] = ROWS[own == index].mean(0)
    own = squared_distances(ROWS, centres).argmin(1)

print("inertia", squared_distances(ROWS, centres).min(1).values.sum().item())
