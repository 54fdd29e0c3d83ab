from bisect import bisect_left, bisect_right


class Autocompletion:
    """No trie: in a sorted list the words with a common prefix are neighbours.

    Two binary searches find them. A list costs a pointer a word where a trie costs a node a
    character; new words wait until the next question, which sorts them in.
    """

    def __init__(self):
        self.counts = {}
        self.words = []
        self.is_sorted = True

    def insert(self, word, count):
        """Adds `count` plays to `word`."""
        if word not in self.counts:
            self.counts[word] = 0
            self.words.append(word)
            self.is_sorted = False
        self.counts[word] += count

    def complete(self, prefix, k):
        """The `k` words with the most plays that begin with `prefix`; ties in the order of text."""
        if not self.is_sorted:
            self.words.sort()
            self.is_sorted = True
        length = len(prefix)
        start = bisect_left(self.words, prefix)
        end = bisect_right(self.words, prefix, lo=start, key=lambda word: word[:length])
        found = sorted((-self.counts[word], word) for word in self.words[start:end])
        return [word for _, word in found[:k]]
