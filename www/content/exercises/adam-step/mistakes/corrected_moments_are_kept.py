# The corrected moments are carried on
#
# m and v are overwritten by their corrected values, so the next call corrects them again. The
# first step is right; after the second gradient of 2 the number is at 0.876 instead of 0.8. The
# correction undoes the start at zero of the *uncorrected* average and is valid only for that. Put
# the corrected values into variables of their own.
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
        self.m = self.m / (1 - beta1**self.t)
        self.v = self.v / (1 - beta2**self.t)
        self.parameters = self.parameters - rate * self.m / (np.sqrt(self.v) + epsilon)
        return self.parameters
