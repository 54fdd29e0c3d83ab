import numpy as np


class Adam:
    def __init__(self, parameters, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.parameters = parameters
        self.learning_rate = learning_rate
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.first_moment = np.zeros(parameters.shape)
        self.second_moment = np.zeros(parameters.shape)
        self.steps = 0

    def step(self, gradient):
        """One step against this gradient; returns the new parameters."""
        self.steps += 1
        self.first_moment = self.beta1 * self.first_moment + (1 - self.beta1) * gradient
        self.second_moment = self.beta2 * self.second_moment + (1 - self.beta2) * gradient**2
        mean = self.first_moment / (1 - self.beta1**self.steps)
        mean_square = self.second_moment / (1 - self.beta2**self.steps)
        change = self.learning_rate * mean / (np.sqrt(mean_square) + self.epsilon)
        self.parameters = self.parameters - change
        return self.parameters
