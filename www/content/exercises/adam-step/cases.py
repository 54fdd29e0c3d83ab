import math

import numpy as np
from warmstart import calls, case


def train(parameters, gradients, *settings):
    """An Adam with these settings that is given these gradients one after another."""
    script = calls(array(parameters), *settings)
    for gradient in gradients:
        script = script("step", array(gradient))
    return script


def array(values):
    return np.array(values, dtype=np.float64)


MATRIX = [[0.5, -1.0, 2.0], [0.0, 3.0, -0.25]]
PULLS = [
    [[1.0, -0.5, 0.0], [2.0, 0.1, -3.0]],
    [[0.8, 0.5, 0.0], [-2.0, 0.1, -2.5]],
    [[1.2, -0.4, 0.7], [2.0, 0.1, 0.0]],
]

CASES = [
    case("the table of the task", train([1], [[2], [2], [-1], [0]], 0.1)),
    case("a matrix, three steps", train(MATRIX, PULLS)),
    case(
        "no gradient, no step",
        train([4, -2], [[0, 0], [0, 0]], 0.5),
        expect=[array([4, -2]), array([4, -2])],
    ),
    case("gradients of very different size", train([0, 0, 0], [[1e-3, 1, 1e3]] * 2, 0.01)),
    case("one step", train([0.5, 0.5], [[3.0, -0.2]], 0.05), hidden=True),
    case("gradients near epsilon", train([1.0], [[1e-8], [2e-8], [1e-8]], 0.1), hidden=True),
    case("gradients near the root of epsilon", train([1.0], [[1e-4], [-2e-4]], 0.1), hidden=True),
    case("a large epsilon", train([1, 2], [[0.5, -0.5], [1, 1]], 0.1, 0.9, 0.99, 1.0), hidden=True),
    case("awake after a long sleep", train([1.0], [[0.0]] * 20 + [[3.0]], 0.1), hidden=True),
    case("a spike, then silence", train([1.0], [[100.0]] + [[0.01]] * 12, 0.1), hidden=True),
    case("signs that alternate", train([1.0], [[1.0], [-1.0]] * 6, 0.1), hidden=True),
    case("no first moment", train(MATRIX, PULLS, 0.1, 0.0, 0.9), hidden=True),
    case("no memory at all", train(MATRIX, PULLS, 0.1, 0.0, 0.0), hidden=True),
    case("a learning rate of zero", train([1, 2], [[1, -1]] * 3, 0.0), hidden=True),
    case("sixty steps", train([2.0, -1.0], [[math.sin(t), 0.1] for t in range(60)]), hidden=True),
]

GENERATED = 8


def generate(rng):
    shape = rng.choice([(1,), (3,), (2, 2), (2, 1, 3)])

    def normal(size):
        places = range(math.prod(shape))
        return np.array([rng.gauss(0, size) for _ in places]).reshape(shape)

    gradients = [normal(rng.choice([1e-3, 1.0, 50.0])) for _ in range(rng.randint(1, 12))]
    settings = (rng.choice([1e-3, 0.1]), rng.choice([0.5, 0.9]), rng.choice([0.9, 0.999]))
    return train(normal(1.0), gradients, *settings)


def oracle(script):
    """Each step afresh from the whole history: the moments are weighted means of all gradients."""
    settings = dict(zip(["eta", "beta1", "beta2", "epsilon"], [1e-3, 0.9, 0.999, 1e-8]))
    settings.update(zip(settings, script.construct[1:]))
    start = script.construct[0]
    history, answers = [], []
    theta = start.ravel().tolist()
    for _, (gradient,) in script.steps:
        history.append(gradient.ravel().tolist())
        theta = [
            value - _change([past[place] for past in history], **settings)
            for place, value in enumerate(theta)
        ]
        answers.append(np.array(theta).reshape(start.shape))
    return answers


def _change(gradients, eta, beta1, beta2, epsilon):
    mean = _weighted_mean(gradients, beta1)
    mean_square = _weighted_mean([g * g for g in gradients], beta2)
    return eta * mean / (math.sqrt(mean_square) + epsilon)


def _weighted_mean(values, beta):
    """The newest has weight 1, the one before it β, and so on; the weights sum to anything."""
    weights = [beta**age for age in range(len(values))][::-1]
    return math.fsum(w * v for w, v in zip(weights, values)) / math.fsum(weights)
