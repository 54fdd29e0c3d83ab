# Epsilon inside the root
#
# The root of 1e-8 is 1e-4: inside, ε counts ten thousand times as much. Gradients of ordinary
# size do not show it; one of 1e-4 moves the number by 0.071 instead of 0.1. Adam in the paper has
# `np.sqrt(mean_square) + epsilon`.
import numpy as np


class Adam:
    def __init__(self, parameters, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.parameters = parameters
        self.settings = (learning_rate, beta1, beta2, epsilon)
        self.m = self.v = np.zeros(parameters.shape)
        self.t = 0

    def step(self, gradient):
        rate, beta1, beta2, epsilon = self.settings
        self.t += 1
        self.m = beta1 * self.m + (1 - beta1) * gradient
        self.v = beta2 * self.v + (1 - beta2) * gradient**2
        mean, square = self.m / (1 - beta1**self.t), self.v / (1 - beta2**self.t)
        self.parameters = self.parameters - rate * mean / np.sqrt(square + epsilon)
        return self.parameters
