def numbers(text):
    return torch.tensor([float(number) for number in text.split()])
