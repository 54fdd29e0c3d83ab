# The moments are not corrected
#
# Both start at zero and are too small at first, but not equally: m by a factor 10, the root of v
# by about 32. Their quotient is then 3.2 instead of 1, and the first step goes from 1 to 0.684
# instead of 0.9. Divide by `1 - beta1**t` and `1 - beta2**t`.
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
        self.parameters = self.parameters - rate * self.m / (np.sqrt(self.v) + epsilon)
        return self.parameters
