# Every step is corrected like the first
#
# Dividing by `1 - beta1` and `1 - beta2` is right for t = 1 only. Later the average has filled up
# and needs less and less of it; after the second gradient of 2 the number should be at 0.8 and is
# at 0.766. The power t in `1 - beta1**t` does that, and it needs a counter.
import numpy as np


class Adam:
    def __init__(self, parameters, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.parameters = parameters
        self.settings = (learning_rate, beta1, beta2, epsilon)
        self.m = self.v = np.zeros(parameters.shape)

    def step(self, gradient):
        rate, beta1, beta2, epsilon = self.settings
        self.m = beta1 * self.m + (1 - beta1) * gradient
        self.v = beta2 * self.v + (1 - beta2) * gradient**2
        mean, square = self.m / (1 - beta1), self.v / (1 - beta2)
        self.parameters = self.parameters - rate * mean / (np.sqrt(square) + epsilon)
        return self.parameters
