# A missing gradient is taken for zero
#
# Frozen weights then coast on with their old velocity, which also fades: they move although
# nobody trains them. Weights without a velocity get one, of zeros, and that is memory for
# nothing. Go through the names in `gradients` only.
def momentum_step(parameters, gradients, velocity, learning_rate, momentum=0.9, nesterov=False):
    new_parameters, new_velocity = {}, {}
    for name, value in parameters.items():
        gradient = gradients.get(name, 0 * value)
        speed = momentum * velocity.get(name, 0 * value) + gradient
        step = gradient + momentum * speed if nesterov else speed
        new_velocity[name] = speed
        new_parameters[name] = value - learning_rate * step
    return new_parameters, new_velocity
