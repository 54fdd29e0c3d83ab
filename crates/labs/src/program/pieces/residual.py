class Residual(nn.Module):
    """x + scale · layers(x)"""

    def __init__(self, scale, *layers):
        super().__init__()
        self.scale, self.layers = scale, nn.Sequential(*layers)

    def forward(self, x):
        return x + self.scale * self.layers(x)
