def weights():
    return nn.utils.parameters_to_vector(model.parameters()).detach()


def validation_loss():
    model.eval()
    with torch.no_grad():
        loss = loss_of(model(VALIDATION_INPUTS), VALIDATION_TARGETS).item()
    model.train()
    return loss


best_loss, best_step, best = math.inf, 0, weights()
