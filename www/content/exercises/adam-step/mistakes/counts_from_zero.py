# The first step is number 0
#
# The counter goes up after it is used, so the first correction divides by 1 − β⁰ = 0: the result
# is NaN, and it stays in the parameters for ever. Count up before the correction: t starts at 1.
import numpy as np


class Adam:
    def __init__(self, parameters, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.parameters = parameters
        self.settings = (learning_rate, beta1, beta2, epsilon)
        self.m = self.v = np.zeros(parameters.shape)
        self.t = 0

    def step(self, gradient):
        rate, beta1, beta2, epsilon = self.settings
        self.m = beta1 * self.m + (1 - beta1) * gradient
        self.v = beta2 * self.v + (1 - beta2) * gradient**2
        mean, square = self.m / (1 - beta1**self.t), self.v / (1 - beta2**self.t)
        self.t += 1
        self.parameters = self.parameters - rate * mean / (np.sqrt(square) + epsilon)
        return self.parameters
