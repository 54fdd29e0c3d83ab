def context(word, place, length):
    """The letters before a place; before the word there are boundaries."""
    return ("·" * length + word)[place : place + length]


counts = {}
for step in range(min(STEPS, math.ceil(len(TRAIN) / BATCH_SIZE))):
    for index in batches.draw():
        for place in range(len(TRAIN[index]) + 1):
            letter = ALPHABET.index((TRAIN[index] + "·")[place])
            for length in range(BACK + 1):
                key = context(TRAIN[index], place, length)
                counts.setdefault(key, torch.zeros(len(ALPHABET), dtype=torch.float64))
                counts[key][letter] += 1


def chances(word, place):
    """Of each letter, after the first few of a word."""
    result = torch.full([len(ALPHABET)], 1 / len(ALPHABET), dtype=torch.float64)
    for length in range(0 if FALLS_BACK else BACK, BACK + 1):
        seen = counts.get(context(word, place, length))
        if seen is None:
            break
        result = (seen + IMAGINED * result) / (seen.sum() + IMAGINED)
    return result


losses = [
    -math.log(chances(word, place)[ALPHABET.index((word + "·")[place])])
    for word in HELD_OUT
    for place in range(len(word) + 1)
]
print("perplexity", math.exp(sum(losses) / len(losses)))
