import numpy as np


class Adam:
    """Four arrays, allocated once and written in place: what an optimiser on a small device does.

    Both corrections are scalars, so they are folded into the rate and into epsilon instead of
    dividing two arrays. Kingma and Ba mention this order in section 2; epsilon has to be
    scaled by the root of the second correction to stay the same.
    """

    def __init__(self, parameters, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.parameters = np.array(parameters, dtype=np.float64)
        self.learning_rate, self.epsilon = learning_rate, epsilon
        self.beta1, self.beta2 = beta1, beta2
        self.first_moment = np.zeros(parameters.shape)
        self.second_moment = np.zeros(parameters.shape)
        self.scratch = np.zeros(parameters.shape)
        self.beta1_power = self.beta2_power = 1.0

    def step(self, gradient):
        """One step against this gradient; returns a copy of the new parameters."""
        self.beta1_power *= self.beta1
        self.beta2_power *= self.beta2
        root = (1 - self.beta2_power) ** 0.5
        self.first_moment *= self.beta1
        self.first_moment += (1 - self.beta1) * gradient
        self.second_moment *= self.beta2
        self.second_moment += (1 - self.beta2) * gradient * gradient
        np.sqrt(self.second_moment, out=self.scratch)
        self.scratch += self.epsilon * root
        np.divide(self.first_moment, self.scratch, out=self.scratch)
        self.scratch *= self.learning_rate * root / (1 - self.beta1_power)
        self.parameters -= self.scratch
        return self.parameters.copy()
