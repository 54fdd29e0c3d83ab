//! The files of a checkpoint: which of those that a visitor chose is what, and which are missing.

/// The files chosen so far, each with its name. `F` is what stands for a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice<F> {
    parts: [Option<(String, F)>; 4],
    /// Names of files that are none of these.
    pub others: Vec<String>,
}

/// What the files are called, in the order in which the worker takes them.
pub const NAMES: [&str; 4] = ["model.safetensors", "vocab.json", "merges.txt", "config.json"];

/// The last one, which not everybody has.
const CONFIG: usize = 3;

impl<F> Default for Choice<F> {
    fn default() -> Self {
        Self { parts: [None, None, None, None], others: Vec::new() }
    }
}

impl<F: Clone> Choice<F> {
    /// One more file, in the place of an earlier one of its kind.
    pub fn add(&mut self, name: &str, file: F) {
        match place(name) {
            Some(place) => self.parts[place] = Some((name.to_owned(), file)),
            None => self.others.push(name.to_owned()),
        }
    }

    /// What still has to be chosen.
    pub fn missing(&self) -> Vec<&'static str> {
        let needed = NAMES.into_iter().zip(&self.parts).take(CONFIG);
        needed.filter(|(_, part)| part.is_none()).map(|(name, _)| name).collect()
    }

    /// Names of what was chosen.
    pub fn chosen(&self) -> Vec<&str> {
        self.parts.iter().flatten().map(|(name, _)| name.as_str()).collect()
    }

    /// Whether a configuration is among them.
    pub fn has_config(&self) -> bool {
        self.parts[CONFIG].is_some()
    }

    /// All of them in their order, once none is missing.
    pub fn files(&self) -> Option<Vec<F>> {
        self.missing()
            .is_empty()
            .then(|| self.parts.iter().flatten().map(|(_, file)| file.clone()).collect())
    }
}

/// The place of a file by its name; browsers write `vocab (1).json` where there is one already.
fn place(name: &str) -> Option<usize> {
    let name = name.to_ascii_lowercase();
    let is = |start: &str, end: &str| {
        let between = name.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
        between.is_some_and(|between| !between.contains(char::is_alphabetic))
    };
    match () {
        () if name.ends_with(".safetensors") => Some(0),
        () if is("vocab", ".json") => Some(1),
        () if is("merges", ".txt") => Some(2),
        () if is("config", ".json") => Some(CONFIG),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(names: &[&str]) -> Choice<usize> {
        let mut choice = Choice::default();
        names.iter().enumerate().for_each(|(index, name)| choice.add(name, index));
        choice
    }

    #[test]
    fn files_are_told_by_their_names_in_any_order() {
        let all =
            choice(&["merges.txt", "config.json", "pytorch_model.safetensors", "vocab (1).json"]);
        assert_eq!((all.files(), all.has_config()), (Some(vec![2, 3, 0, 1]), true));
        let three = choice(&["vocab.json", "merges.txt", "model.SafeTensors"]);
        assert_eq!((three.files(), three.has_config()), (Some(vec![2, 0, 1]), false));
    }

    #[test]
    fn what_is_missing_and_what_is_not_needed_is_named() {
        let two = choice(&["vocab.json", "tokenizer.json", "generation_config.json", "merges.txt"]);
        assert_eq!((two.missing(), two.files()), (vec!["model.safetensors"], None));
        assert_eq!(two.others, ["tokenizer.json", "generation_config.json"]);
        assert_eq!(choice(&["config.json"]).missing(), &NAMES[..3]);
    }

    #[test]
    fn a_later_file_takes_the_place_of_an_earlier_one() {
        let twice = choice(&["a.safetensors", "vocab.json", "merges.txt", "b.safetensors"]);
        assert_eq!(twice.files(), Some(vec![3, 1, 2]));
        assert_eq!(twice.chosen(), ["b.safetensors", "vocab.json", "merges.txt"]);
    }
}
