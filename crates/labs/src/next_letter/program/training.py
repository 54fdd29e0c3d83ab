def loss(words):
    tokens, targets = batch(words)
    return F.cross_entropy(scores(WEIGHTS, tokens).flatten(0, 1), targets.flatten(), ignore_index=-1)


WEIGHTS.requires_grad_()
optimiser = torch.optim.Adam([WEIGHTS], lr=LEARNING_RATE)
for step in range(STEPS):
    optimiser.zero_grad()
    loss([TRAIN[index] for index in batches.draw()]).backward()
    optimiser.step()
with torch.no_grad():
    print("perplexity", math.exp(loss(HELD_OUT)))
