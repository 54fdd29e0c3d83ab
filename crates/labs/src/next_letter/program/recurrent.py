def scores(weights, tokens):
    """Tanh units or LSTM cells, read after every letter."""
    letters, sums = len(ALPHABET), GATES * UNITS
    sizes = [sums * letters, sums * UNITS, sums, letters * UNITS, letters]
    inputs, states, biases, outputs, output_biases = weights.split(sizes)
    inputs, states = inputs.view(sums, letters), states.view(sums, UNITS)
    state = cell = torch.zeros(len(tokens), UNITS)
    seen = []
    for step in range(tokens.shape[1]):
        summed = inputs.T[tokens[:, step]] + state @ states.T + biases
        if GATES == 1:
            state = torch.tanh(summed)
        else:
            take, keep, candidate, show = summed.chunk(4, 1)
            cell = torch.sigmoid(keep) * cell + torch.sigmoid(take) * torch.tanh(candidate)
            state = torch.sigmoid(show) * torch.tanh(cell)
        seen.append(state)
    return torch.stack(seen, 1) @ outputs.view(letters, UNITS).T + output_biases
