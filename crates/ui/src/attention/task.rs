//! The tasks in words: what a visitor types, and what a head has to find out.

use protocol::attention::Task;

/// A task in words.
pub struct Words {
    /// Its name.
    pub title: &'static str,
    /// What to type.
    pub advice: &'static str,
    /// What a head ought to learn.
    pub lesson: &'static str,
}

/// Whether a task needs the visitor's own text.
#[must_use]
pub fn needs_text(task: Task) -> bool {
    matches!(task, Task::Characters | Task::Pairs)
}

/// The words for a task.
#[must_use]
pub fn words(task: Task) -> Words {
    let (title, advice, lesson) = match task {
        Task::Copy => (
            "Copy a word",
            "A word, the sign >, and as much of the word as you like.",
            "A head looks, from each letter written, as far back as the word is long: to the letter that comes next. With no positions it cannot know which.",
        ),
        Task::Reverse => (
            "Reverse a word",
            "A word, the sign >, and as much of the word backwards as you like.",
            "A head looks along the rising diagonal: from each letter written to its mirror image.",
        ),
        Task::Sort => (
            "Sort a word",
            "A word, the sign >, and as many of its letters as you like, in the order of the alphabet.",
            "A head looks for the smallest letter that is not smaller than the last one written. Places matter little: the letters themselves are compared.",
        ),
        Task::Repeat => (
            "Repeat (induction)",
            "Some letters, and the same letters begun again.",
            "Two heads work together: one of the first layer looks one token back, one of the second at what came after this letter last time. One layer alone cannot do it.",
        ),
        Task::Brackets => (
            "Close brackets",
            "Brackets, the sign >, and as many of the missing closing ones as you like.",
            "A head looks for the innermost bracket that is still open: a stack, kept by attention.",
        ),
        Task::Addition => (
            "Add modulo 23",
            "Two numbers below 23 with a plus between them, and an equals sign.",
            "Both numbers are read with equal weight; the sum is made in the MLP. Without one, it is hard.",
        ),
        Task::Characters => (
            "Your text, by characters",
            "The beginning of a sentence, in characters that your text has.",
            "Heads look one or two characters back first; later some find where the word began, and what followed the same characters before.",
        ),
        Task::Pairs => (
            "Your text, by byte pairs",
            "The beginning of a sentence, in characters that your text has.",
            "Tokens are made of your text: what stands together most often is merged, again and again. Each token carries more than a character, so heads reach further back for the same number of cells.",
        ),
        Task::Checkpoint => (
            "Your checkpoint",
            "Any text. What is written in several tokens, such as é, is shown byte by byte.",
            "",
        ),
        Task::NextLetter => (
            "Next letter",
            "The beginning of an English word.",
            "Heads look one or two letters back, and to where the word began.",
        ),
    };
    Words { title, advice, lesson }
}
