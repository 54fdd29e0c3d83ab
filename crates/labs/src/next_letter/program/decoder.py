def scores(weights, tokens):
    """A decoder-only transformer, pre-norm, with learned positions."""
    letters, at = len(ALPHABET), 0

    def take(*shape):
        nonlocal at
        at += math.prod(shape)
        return weights[at - math.prod(shape) : at].view(shape)

    def norm(x):
        return F.layer_norm(x, [WIDTH], take(WIDTH), take(WIDTH))

    def affine(x, inputs, outputs):
        return x @ take(inputs, outputs) + take(outputs)

    count, time = tokens.shape
    x = take(letters, WIDTH)[tokens] + take(CONTEXT, WIDTH)[:time]
    later = torch.ones(time, time).triu(1).bool()
    for _ in range(BLOCKS):
        parts = affine(norm(x), WIDTH, 3 * WIDTH).view(count, time, 3, HEADS, -1)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        attention = query @ key.transpose(2, 3) / math.sqrt(WIDTH // HEADS)
        mixed = attention.masked_fill(later, -math.inf).softmax(3) @ value
        x = x + affine(mixed.transpose(1, 2).reshape(count, time, WIDTH), WIDTH, WIDTH)
        hidden = F.gelu(affine(norm(x), WIDTH, 4 * WIDTH), approximate="tanh")
        x = x + affine(hidden, 4 * WIDTH, WIDTH)
    return norm(x) @ take(WIDTH, letters)
