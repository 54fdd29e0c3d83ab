def scores(weights, tokens):
    """An MLP over the last few letters, each looked up in one table."""
    letters = len(ALPHABET)
    sizes = [letters * WIDTH, PLACES * WIDTH * UNITS, UNITS, UNITS * letters, letters]
    table, inner, inner_bias, outer, outer_bias = weights.split(sizes)
    padded = F.pad(tokens, (PLACES - 1, 0))
    windows = padded.unfold(1, PLACES, 1)
    seen = table.view(letters, WIDTH)[windows].flatten(2)
    hidden = torch.tanh(seen @ inner.view(-1, UNITS) + inner_bias)
    return hidden @ outer.view(UNITS, letters) + outer_bias
