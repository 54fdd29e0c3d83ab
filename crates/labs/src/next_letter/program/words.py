def batch(words):
    """Tokens that are read and what comes next at each place, −1 where the word is over."""
    spelled = [[ALPHABET.index(letter) for letter in word] for word in words]
    time = 1 + max(len(word) for word in spelled)
    tokens = [[0, *word] + [0] * (time - 1 - len(word)) for word in spelled]
    targets = [[*word, 0] + [-1] * (time - 1 - len(word)) for word in spelled]
    return torch.tensor(tokens), torch.tensor(targets)
