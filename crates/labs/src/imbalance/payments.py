def drawn(rows, frauds, streams):
    """Payments, the frauds last."""
    random = Random.seeded(SEED, streams[0])
    table = [[random.normal() for _ in STOLEN] for _ in range(rows - frauds)]
    random = Random.seeded(SEED, streams[1])
    for _ in range(frauds):
        means = STOLEN if random.unit() < STOLEN_SHARE else TRIED
        table.append([mean + random.normal() for mean in means])
    return torch.tensor(table, dtype=torch.float64), torch.arange(rows) >= rows - frauds


(train_rows, train_labels), (test_rows, test_labels) = [drawn(*part) for part in PARTS]
mean, deviation = train_rows.mean(0), train_rows.std(0, unbiased=False)
train_rows, test_rows = [(rows - mean) / deviation for rows in (train_rows, test_rows)]
