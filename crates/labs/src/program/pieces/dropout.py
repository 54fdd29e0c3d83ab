class Dropout(nn.Module):
    """As nn.Dropout, with the lab's random numbers: unit by unit, example by example."""

    def __init__(self, rate, random):
        super().__init__()
        self.rate, self.random = rate, random

    def forward(self, x):
        if not self.training:
            return x
        count, units = x.shape
        drawn = torch.tensor([[self.random.unit() for _ in range(count)] for _ in range(units)])
        return x * (drawn.T >= self.rate) / (1 - self.rate)
