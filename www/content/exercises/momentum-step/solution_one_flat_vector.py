import numpy as np


def momentum_step(parameters, gradients, velocity, learning_rate, momentum=0.9, nesterov=False):
    """One step of SGD with momentum: returns new (parameters, velocity).

    All trained numbers in one long vector: the arithmetic is three operations, whatever the number
    of arrays. Optimisers on accelerators do this, because starting a kernel for each small array
    costs more than its arithmetic.
    """
    names = list(gradients)
    if not names:
        return dict(parameters), dict(velocity)
    theta = flat(parameters[name] for name in names)
    grad = flat(gradients[name] for name in names)
    speed = flat(velocity.get(name, np.zeros(gradients[name].shape)) for name in names)
    speed = momentum * speed + grad
    theta = theta - learning_rate * (grad + momentum * speed if nesterov else speed)

    new_parameters, new_velocity = dict(parameters), dict(velocity)
    start = 0
    for name in names:
        part = slice(start, start + gradients[name].size)
        new_parameters[name] = theta[part].reshape(gradients[name].shape)
        new_velocity[name] = speed[part].reshape(gradients[name].shape)
        start = part.stop
    return new_parameters, new_velocity


def flat(arrays):
    return np.concatenate([array.ravel() for array in arrays])
