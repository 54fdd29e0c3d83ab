from collections import Counter, defaultdict


class WordModel:
    """Sorts all words by frequency once, so that a suggestion never walks the whole vocabulary.

    Behind the known contexts only the most frequent of the remaining words can be shown, and
    they are the first ones of the sorted list that no longer context has scored.
    """

    def __init__(self, sentences, order):
        self.order = order
        self.words = Counter(word for words in sentences for word in words)
        self.by_frequency = sorted(self.words, key=lambda word: (-self.words[word], word))
        self.followers = defaultdict(Counter)
        for words in sentences:
            for place, word in enumerate(words):
                for length in range(1, min(order, place) + 1):
                    self.followers[tuple(words[place - length : place])][word] += 1
        self.totals = {history: counts.total() for history, counts in self.followers.items()}

    def score(self, context, word):
        """How well `word` fits behind the context, between 0 and 1."""
        if word not in self.words:
            return 0.0
        return self._score(tuple(context[max(0, len(context) - self.order) :]), word)

    def _score(self, history, word):
        if not history:
            return self.words[word] / self.words.total()
        if word in self.followers.get(history, ()):
            return self.followers[history][word] / self.totals[history]
        return self._score(history[1:], word) / 2

    def suggest(self, context, how_many):
        """The words with the highest scores, best first."""
        candidates = set()
        for length in range(1, min(self.order, len(context)) + 1):
            candidates.update(self.followers.get(tuple(context[len(context) - length :]), ()))
        added = 0
        for word in self.by_frequency:
            if added == how_many:
                break
            if word not in candidates:
                candidates.add(word)
                added += 1
        ranked = sorted(candidates, key=lambda word: (-self.score(context, word), word))
        return ranked[:how_many]
