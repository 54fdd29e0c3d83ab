import math

import numpy as np
from warmstart import case


def rows(*values):
    return np.array(values, dtype=np.float64)


def labels(*values):
    return np.array(values, dtype=np.int64)


def network(w1, b1, w2, b2):
    return {"w1": w1, "b1": b1, "w2": w2, "b2": b2}


def wave(shape, phase, size=1.5):
    """Numbers up to this size that repeat nowhere, the same on every machine."""
    angles = (phase + 1.9 * i + 0.05 * i * i for i in range(math.prod(shape)))
    return np.array([size * math.sin(angle) for angle in angles]).reshape(shape)


def waves(d, m, k, phase, size=1.5):
    return network(
        wave((d, m), phase, size),
        wave((m,), phase + 1, 0.5),
        wave((m, k), phase + 2, size),
        wave((k,), phase + 3, 0.5),
    )


ONE_OFF = network(rows([1, -1], [1, 0]), rows(0, 0), rows([1, 1], [5, -5]), rows(0, 0))
ALL_OFF = network(rows([1, 1], [1, 1]), rows(-9, -9), rows([2, -1], [0, 3]), rows(0, 0))
AT_ZERO = network(rows([1, 2], [-1, 1]), rows(0, -3), rows([1, -2], [3, 1]), rows(0.5, 0))
SAME = network(np.ones((2, 3)), np.zeros(3), np.ones((3, 2)), np.zeros(2))
FIVE = (waves(4, 6, 3, 0.3), wave((5, 4), 0.8), labels(0, 2, 1, 1, 0))
STEEP = (waves(3, 4, 3, 0.5, 60.0), wave((4, 3), 0.7), labels(0, 1, 2, 0))
NOTHING = network(np.zeros((3, 4)), np.zeros(4), np.zeros((4, 2)), np.zeros(2))

CASES = [
    case(
        "one unit on, one off",
        ONE_OFF,
        rows([1, 2]),
        labels(0),
        expect=(
            math.log(2),
            network(rows([0, 0], [0, 0]), rows(0, 0), rows([-1.5, 1.5], [0, 0]), rows(-0.5, 0.5)),
        ),
    ),
    case("five gestures, three classes", *FIVE),
    case("a ReLU at exactly 0", AT_ZERO, rows([1, 1], [2, -1]), labels(0, 1)),
    case("every hidden unit is off", ALL_OFF, rows([1, 2], [3, 0]), labels(1, 0)),
    case("all weights zero", NOTHING, wave((4, 3), 0.2), labels(0, 0, 0, 1), hidden=True),
    case("hidden units that are copies", SAME, rows([1, 2], [0.5, -2]), labels(0, 1), hidden=True),
    case("one gesture", waves(3, 4, 2, 0.9), wave((1, 3), 0.4), labels(1), hidden=True),
    case("one hidden unit", waves(3, 1, 3, 0.1), wave((3, 3), 0.1), labels(2, 1, 0), hidden=True),
    case("one class", waves(2, 3, 1, 0.6), wave((2, 2), 0.5), labels(0, 0), hidden=True),
    case("as wide as deep", waves(3, 3, 3, 1.4), wave((3, 3), 1.1), labels(2, 0, 1), hidden=True),
    case("scores in the thousands", *STEEP, hidden=True),
    case("a gesture twice", waves(2, 3, 2, 2.2), np.ones((2, 2)), labels(1, 1), hidden=True),
    case("one label for all", waves(2, 3, 3, 0.7), wave((3, 2), 0.9), labels(1, 1, 1), hidden=True),
]

GENERATED = 8


def generate(rng):
    n, d, m, k = rng.randint(1, 5), rng.randint(1, 4), rng.randint(1, 4), rng.randint(2, 3)

    def normal(*shape):
        places = range(math.prod(shape))
        return np.array([rng.gauss(0, 1) for _ in places]).reshape(shape)

    parameters = network(normal(d, m), normal(m), normal(m, k), normal(k))
    return (parameters, normal(n, d), labels(*(rng.randrange(k) for _ in range(n))))


class Dual:
    """A number and how fast it grows with the one parameter that is looked at."""

    def __init__(self, value, slope=0.0):
        self.value, self.slope = value, slope

    def __add__(self, other):
        return Dual(self.value + other.value, self.slope + other.slope)

    def __mul__(self, other):
        slope = self.slope * other.value + self.value * other.slope
        return Dual(self.value * other.value, slope)

    def relu(self):
        return self if self.value > 0 else Dual(0.0)


def oracle(parameters, x, labels):
    """Forward mode: for each parameter one pass through the network, its slope carried along."""
    gradients, loss = {}, 0.0
    for name, array in parameters.items():
        slopes = []
        for place in range(array.size):
            outcome = _forward(parameters, x.tolist(), labels.tolist(), (name, place))
            loss = outcome.value
            slopes.append(outcome.slope)
        gradients[name] = np.array(slopes).reshape(array.shape)
    return loss, gradients


def _forward(parameters, examples, wanted, watched):
    """The loss as a Dual whose slope is the derivative by the watched parameter."""
    numbers = {
        name: [Dual(v, float((name, i) == watched)) for i, v in enumerate(array.ravel().tolist())]
        for name, array in parameters.items()
    }
    total = Dual(0.0)
    for example, label in zip(examples, wanted):
        inputs = [Dual(float(value)) for value in example]
        hidden = [unit.relu() for unit in _dense(inputs, numbers["w1"], numbers["b1"])]
        scores = _dense(hidden, numbers["w2"], numbers["b2"])
        largest = max(score.value for score in scores)
        powers = [math.exp(score.value - largest) for score in scores]
        mass = math.fsum(powers)
        slope = math.fsum(p * score.slope for p, score in zip(powers, scores)) / mass
        total += Dual(math.log(mass) + largest - scores[label].value, slope - scores[label].slope)
    return Dual(total.value / len(examples), total.slope / len(examples))


def _dense(inputs, weights, biases):
    width = len(biases)
    outputs = []
    for j, output in enumerate(biases):
        for i, value in enumerate(inputs):
            output = output + value * weights[i * width + j]
        outputs.append(output)
    return outputs
