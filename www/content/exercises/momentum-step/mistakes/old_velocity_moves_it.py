# The parameter moves before the velocity is updated
#
# The step uses the velocity from before this batch, so every gradient acts one step late, and the
# first step does nothing at all: 1 stays 1. Update the velocity, then move along the new one.
def momentum_step(parameters, gradients, velocity, learning_rate, momentum=0.9, nesterov=False):
    parameters, velocity = dict(parameters), dict(velocity)
    for name, gradient in gradients.items():
        old = velocity.get(name, 0)
        step = gradient + momentum * old if nesterov else old
        parameters[name] = parameters[name] - learning_rate * step
        velocity[name] = momentum * old + gradient
    return parameters, velocity
