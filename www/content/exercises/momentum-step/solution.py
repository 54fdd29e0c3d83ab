def momentum_step(parameters, gradients, velocity, learning_rate, momentum=0.9, nesterov=False):
    """One step of SGD with momentum: returns new (parameters, velocity)."""
    new_parameters, new_velocity = dict(parameters), dict(velocity)
    for name, gradient in gradients.items():
        speed = momentum * velocity.get(name, 0) + gradient
        step = gradient + momentum * speed if nesterov else speed
        new_velocity[name] = speed
        new_parameters[name] = parameters[name] - learning_rate * step
    return new_parameters, new_velocity
