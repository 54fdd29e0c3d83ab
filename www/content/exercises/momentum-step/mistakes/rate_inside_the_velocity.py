# The learning rate sits inside the velocity
#
# Here the velocity is a distance, `momentum * v - learning_rate * g`, as in Sutskever's paper.
# While the rate is constant the path is the same; when a schedule cuts it, the old velocity still
# carries the old rate. In the third step, with a velocity of 3.8, the number would go up to 3.64.
# Multiply by the rate only when the parameter moves.
def momentum_step(parameters, gradients, velocity, learning_rate, momentum=0.9, nesterov=False):
    parameters, velocity = dict(parameters), dict(velocity)
    for name, gradient in gradients.items():
        speed = momentum * velocity.get(name, 0) - learning_rate * gradient
        step = momentum * speed - learning_rate * gradient if nesterov else speed
        velocity[name] = speed
        parameters[name] = parameters[name] + step
    return parameters, velocity
