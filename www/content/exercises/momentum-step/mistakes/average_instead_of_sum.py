# An average of gradients, not their sum
#
# With the factor (1 − μ) the velocity is a running mean, as in Adam's first moment. The step is
# then ten times as short at μ = 0.9: the first one moves from 1 to 0.98 instead of 0.8. Both
# forms exist, and a learning rate tuned for one is wrong for the other. Here it is `momentum *
# velocity + gradient`.
def momentum_step(parameters, gradients, velocity, learning_rate, momentum=0.9, nesterov=False):
    parameters, velocity = dict(parameters), dict(velocity)
    for name, gradient in gradients.items():
        speed = momentum * velocity.get(name, 0) + (1 - momentum) * gradient
        step = gradient + momentum * speed if nesterov else speed
        velocity[name] = speed
        parameters[name] = parameters[name] - learning_rate * step
    return parameters, velocity
