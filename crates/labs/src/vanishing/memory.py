def draw():
    """Random letters, step by sequence, one of which is 1; and the first letter of each sequence."""
    letters = [[random.below(LETTERS) for _ in range(LENGTH)] for _ in range(BATCH_SIZE)]
    letters = torch.tensor(letters)
    return F.one_hot(letters.T, LETTERS).float(), letters[:, 0]


class Model(nn.Module):
    """A recurrent layer, and an output that is read after the last letter."""

    def __init__(self):
        super().__init__()
        self.recurrent = CELL(LETTERS, UNITS)
        self.output = nn.Linear(UNITS, LETTERS)
        # PyTorch adds two biases where one is enough.
        nn.init.zeros_(self.recurrent.bias_hh_l0).requires_grad_(False)

    def forward(self, x):
        states, _ = self.recurrent(x)
        return self.output(states[-1])


model = Model()
parameters = [it for it in model.parameters() if it.requires_grad]
with torch.no_grad():
    nn.utils.vector_to_parameters(FIRST_WEIGHTS, parameters)
optimiser = torch.optim.Adam(parameters, lr=LEARNING_RATE)

inputs, labels = draw()
loss = F.cross_entropy(model(inputs), labels)
smoothed = loss.item()
for step in range(STEPS):
    optimiser.zero_grad()
    loss.backward()
    if CLIP > 0:
        nn.utils.clip_grad_norm_(parameters, CLIP)
    optimiser.step()
    inputs, labels = draw()
    loss = F.cross_entropy(model(inputs), labels)
    smoothed += SMOOTHING * (loss.item() - smoothed)

print("train-loss", smoothed)
