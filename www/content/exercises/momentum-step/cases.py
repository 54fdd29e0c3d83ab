import numpy as np
from warmstart import case


def one(value):
    return {"w": np.array([float(value)])}


LAYER = {
    "weights": np.array([[0.5, -1.0, 2.0], [0.0, 3.0, -0.25]]),
    "bias": np.array([0.1, -0.2, 0.3]),
}
PULL = {
    "weights": np.array([[1.0, 0.5, -2.0], [0.25, -1.5, 4.0]]),
    "bias": np.array([-1.0, 0.0, 2.0]),
}
MOVING = {
    "weights": np.array([[0.2, 2.0, 1.0], [-3.0, 0.4, 0.0]]),
    "bias": np.array([1.5, -0.5, 0.25]),
}
ONLY_BIAS = {"bias": PULL["bias"]}
ZEROS = {"weights": np.zeros((2, 3)), "bias": np.zeros(3)}

CASES = [
    case("first step", one(1), one(2), {}, 0.1, expect=(one(0.8), one(2))),
    case("third step", one(0.42), one(2), one(3.8), 0.1, expect=(one(-0.122), one(5.42))),
    case("first step, Nesterov", one(1), one(2), {}, 0.1, 0.9, True, expect=(one(0.62), one(2))),
    case("a layer that is moving", LAYER, PULL, MOVING, 0.05, 0.8),
    case("frozen weights", LAYER, ONLY_BIAS, {}, 0.1, 0.9),
    case("a layer that is moving, Nesterov", LAYER, PULL, MOVING, 0.05, 0.8, True, hidden=True),
    case("frozen while moving", LAYER, ONLY_BIAS, MOVING, 0.1, 0.9, True, hidden=True),
    case("coasting on a gradient of zero", LAYER, ZEROS, MOVING, 0.1, 0.5, hidden=True),
    case(
        "coasting, Nesterov",
        one(1),
        one(0),
        one(4),
        0.25,
        0.5,
        True,
        expect=(one(0.75), one(2)),
        hidden=True,
    ),
    case("no momentum", LAYER, PULL, MOVING, 0.1, 0.0, hidden=True),
    case("no momentum, Nesterov", LAYER, PULL, MOVING, 0.1, 0.0, True, hidden=True),
    case("nothing has a gradient", LAYER, {}, MOVING, 0.1, hidden=True),
    case("no parameters", {}, {}, {}, 0.1, expect=({}, {}), hidden=True),
    case("velocity of one of two", LAYER, PULL, {"bias": MOVING["bias"]}, 0.2, 0.9, hidden=True),
    case("a learning rate of zero", LAYER, PULL, MOVING, 0.0, 0.9, hidden=True),
    case(
        "gradient against velocity",
        one(0),
        one(-9),
        one(10),
        0.1,
        expect=(one(0), one(0)),
        hidden=True,
    ),
]

GENERATED = 10


def generate(rng):
    shapes = {"embedding": (3, 2), "weights": (2, 2), "bias": (2,)}

    def numbers(share):
        kept = (name for name in shapes if rng.random() < share)
        return {name: _normal(rng, shapes[name]) for name in kept}

    learning_rate = rng.choice([0.01, 0.1, 0.5])
    momentum = rng.choice([0.0, 0.5, 0.9, 0.99])
    return (numbers(1), numbers(0.8), numbers(0.7), learning_rate, momentum, rng.random() < 0.5)


def oracle(parameters, gradients, velocity, learning_rate, momentum=0.9, nesterov=False):
    """Number by number, with what a step is made of written out as one sum of g and the old v."""
    new_parameters, new_velocity = {}, {}
    for name, array in parameters.items():
        if name not in gradients:
            new_parameters[name] = array
            if name in velocity:
                new_velocity[name] = velocity[name]
            continue
        old = velocity[name].ravel().tolist() if name in velocity else [0.0] * array.size
        pull = gradients[name].ravel().tolist()
        of_gradient, of_velocity = (1 + momentum, momentum**2) if nesterov else (1, momentum)
        theta = [
            value - learning_rate * of_gradient * g - learning_rate * of_velocity * v
            for value, g, v in zip(array.ravel().tolist(), pull, old)
        ]
        new_parameters[name] = np.array(theta).reshape(array.shape)
        speeds = [momentum * v + g for g, v in zip(pull, old)]
        new_velocity[name] = np.array(speeds).reshape(array.shape)
    for name in velocity:
        new_velocity.setdefault(name, velocity[name])
    return new_parameters, new_velocity


def _normal(rng, shape):
    count = int(np.prod(shape))
    return np.array([rng.gauss(0, 1) for _ in range(count)]).reshape(shape)
