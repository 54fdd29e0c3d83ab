# Nesterov with the old velocity
#
# `gradient + momentum * old velocity` is the new velocity, so this is plain momentum under
# another name: the first step ends at 0.8, not at 0.62. The look ahead goes along the velocity
# *after* its update: compute that first.
def momentum_step(parameters, gradients, velocity, learning_rate, momentum=0.9, nesterov=False):
    parameters, velocity = dict(parameters), dict(velocity)
    for name, gradient in gradients.items():
        old = velocity.get(name, 0)
        velocity[name] = momentum * old + gradient
        step = gradient + momentum * old if nesterov else velocity[name]
        parameters[name] = parameters[name] - learning_rate * step
    return parameters, velocity
