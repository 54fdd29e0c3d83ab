from itertools import product

from warmstart import case


def spelled(**counts):
    """Words as letters: spelled(low=5) is {("l", "o", "w"): 5}."""
    return {tuple(word): count for word, count in counts.items()}


CASES = [
    case(
        "a pair that two words share",
        spelled(low=5, lot=2, now=3),
        expect=(("o", "w"), {("l", "ow"): 5, ("l", "o", "t"): 2, ("n", "ow"): 3}),
    ),
    case(
        "equal counts",
        spelled(ba=1, ab=1),
        expect=(("a", "b"), {("b", "a"): 1, ("ab",): 1}),
    ),
    case(
        "two words become one",
        {("h", "i"): 4, ("hi",): 1},
        expect=(("h", "i"), {("hi",): 5}),
    ),
    case(
        "the same letter three times",
        spelled(aaa=2),
        expect=(("a", "a"), {("aa", "a"): 2}),
    ),
    case(
        "one frequent word beats three rare ones",
        spelled(up=9, on=2, ton=2, son=2),
        expect=(
            ("u", "p"),
            {("up",): 9, ("o", "n"): 2, ("t", "o", "n"): 2, ("s", "o", "n"): 2},
        ),
        hidden=True,
    ),
    case(
        "twice in one word",
        spelled(banana=1, na=1),
        expect=(("n", "a"), {("b", "a", "na", "na"): 1, ("na",): 1}),
        hidden=True,
    ),
    case("four and five in a row", spelled(aaaa=1, aaaaa=1), hidden=True),
    case(
        "symbols of several letters",
        {("t", "h", "er", "e"): 2, ("h", "er"): 3, ("e", "r"): 4},
        expect=(("h", "er"), {("t", "her", "e"): 2, ("her",): 3, ("e", "r"): 4}),
        hidden=True,
    ),
    case(
        "the end of one symbol looks like the pair",
        {("xa", "b"): 1, ("a", "b"): 2, ("a", "bx"): 1},
        expect=(("a", "b"), {("xa", "b"): 1, ("ab",): 2, ("a", "bx"): 1}),
        hidden=True,
    ),
    case(
        "two ways to spell the same letters",
        {("a", "bc"): 2, ("ab", "c"): 2},
        expect=(("a", "bc"), {("abc",): 2, ("ab", "c"): 2}),
        hidden=True,
    ),
    case("no words", {}, expect=(None, {}), hidden=True),
    case(
        "single symbols only",
        {("a",): 3, ("the",): 2},
        expect=(None, {("a",): 3, ("the",): 2}),
        hidden=True,
    ),
    case(
        "ends and beginnings do not meet",
        {("a", "b"): 1, ("c", "d"): 1, ("b", "c", "d"): 1},
        expect=(("c", "d"), {("a", "b"): 1, ("cd",): 1, ("b", "cd"): 1}),
        hidden=True,
    ),
    case("capitals come first", spelled(ab=2, Zb=2), hidden=True),
    case("overlaps count", spelled(aaa=2, bc=3), hidden=True),
    case(
        "a merged symbol is not merged again",
        {("a", "a", "aa", "a"): 1, ("a", "a"): 1},
        expect=(("a", "a"), {("aa", "aa", "a"): 1, ("aa",): 1}),
        hidden=True,
    ),
    case("other alphabets", spelled(καικαι=1, και=2, να=2), hidden=True),
]

GENERATED = 12


def generate(rng):
    symbols = ["a", "b", "c", "ab", "A"][: rng.randint(1, 5)]
    words = {}
    for _ in range(rng.randint(1, 8)):
        word = tuple(rng.choice(symbols) for _ in range(rng.randint(1, 8)))
        words[word] = rng.randint(1, 4)
    return (words,)


def oracle(words):
    """Gives each symbol a sign of its own and lets strings count and replace."""
    symbols = sorted({symbol for word in words for symbol in word})
    sign = {symbol: chr(0xE000 + place) for place, symbol in enumerate(symbols)}
    texts = [("".join(sign[symbol] for symbol in word), words[word]) for word in words]
    best, most = None, 0
    for pair in product(symbols, repeat=2):  # in order, so that the first of equals stays
        wanted = sign[pair[0]] + sign[pair[1]]
        count = sum(times * _places(text, wanted) for text, times in texts)
        if count > most:
            best, most = pair, count
    meaning = {mark: symbol for symbol, mark in sign.items()}
    if best is not None:
        meaning["\uf000"] = "".join(best)
        wanted = sign[best[0]] + sign[best[1]]
        texts = [(text.replace(wanted, "\uf000"), times) for text, times in texts]
    merged = {}
    for text, times in texts:
        merged.setdefault(tuple(meaning[mark] for mark in text), []).append(times)
    return best, {word: sum(times) for word, times in merged.items()}


def _places(text, wanted):
    return sum(text.startswith(wanted, place) for place in range(len(text)))


def growth(n):
    short = {("x", f"s{index}"): 1 for index in range(n // 4)}
    return ({("a", "b") * (n // 4): 1, **short},)
