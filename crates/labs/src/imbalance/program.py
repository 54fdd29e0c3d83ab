def balanced(rows, labels):
    """Rows, classes and weights to train on."""
    random = Random.seeded(SEED, STREAM)
    rare, common = rows[labels], rows[~labels]
    odds = SHARE / (1 - SHARE)
    missing = max(0, round(odds * len(common) - len(rare)))
    weight, added = 1.0, rare[:0]
    if BALANCE == "weights":
        weight = odds * len(common) / len(rare)
    elif BALANCE == "copies":
        added = rare[[random.below(len(rare)) for _ in range(missing)]]
    elif BALANCE == "smote" and missing:
        added = torch.stack(mixtures(rare, missing, random))
    elif BALANCE == "fewer":
        chosen = [row for row, is_rare in enumerate(labels.tolist()) if not is_rare]
        random.shuffle(chosen)
        kept = max(1, min(len(common), round(len(rare) / odds)))
        rows = torch.cat([rows[sorted(chosen[:kept])], rare])
        labels = torch.arange(len(rows)) >= kept
    rows = torch.cat([rows, added])
    labels = torch.cat([labels, torch.ones(len(added), dtype=torch.bool)])
    return rows, labels, torch.where(labels, weight, 1.0).double()


def mixtures(rare, count, random):
    """Rows between a rare row and one of its five nearest."""
    distances = torch.cdist(rare, rare).fill_diagonal_(math.inf)
    near = distances.sort(stable=True).indices[:, : min(5, len(rare) - 1)].tolist()
    rows = []
    for _ in range(count):
        one = random.below(len(rare))
        other = near[one][random.below(len(near[one]))]
        rows.append(rare[one] + random.unit() * (rare[other] - rare[one]))
    return rows


def log_odds(share):
    return math.log(share / (1 - share))


rows, labels, row_weights = balanced(train_rows, train_labels)
base_rate = train_labels.double().mean().item()
shift = log_odds((row_weights[labels].sum() / row_weights.sum()).item()) - log_odds(base_rate)

weights = torch.zeros(rows.shape[1] + 1, dtype=torch.float64, requires_grad=True)
optimiser = torch.optim.Adam([weights], lr=LEARNING_RATE)
for _ in range(STEPS):
    scores = rows @ weights[:-1] + weights[-1]
    losses = F.binary_cross_entropy_with_logits(scores, labels.double(), reduction="none")
    loss = (row_weights * losses).sum() / row_weights.sum()
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()

with torch.no_grad():
    scores = test_rows @ weights[:-1] + weights[-1]
    if IS_CORRECTED:
        scores = scores - shift
    loss = F.binary_cross_entropy_with_logits(scores, test_labels.double())
    print(f"test-loss {loss.item():.7f}")
