# Text is replaced where symbols should be compared
#
# In `"xa b"` the characters `a b` are there, but the symbols are `xa` and `b`, and that is
# another pair: it turns into `xab`, and `("a", "bx")` into `abx`. Compare whole symbols, or make
# sure that the pattern can only begin and end where a symbol does.
def merge_step(words):
    counts = {}
    for word, occurrences in words.items():
        for pair in zip(word, word[1:]):
            counts[pair] = counts.get(pair, 0) + occurrences
    if not counts:
        return None, dict(words)
    best = min(counts, key=lambda pair: (-counts[pair], pair))
    merged = {}
    for word, occurrences in words.items():
        text = " ".join(word).replace(" ".join(best), "".join(best))
        shorter = tuple(text.split(" "))
        merged[shorter] = merged.get(shorter, 0) + occurrences
    return best, merged
