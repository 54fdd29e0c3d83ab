//! Right answers that are too slow: measured as what their first line says, worse than the target,
//! and the same in every run.

use anyhow::{Result, bail, ensure};
use content::{Exercise, Growth};

use super::{Program, growth_points};

/// How often the slow answers of [`REPEATED`] are measured.
pub const RUNS: usize = 10;

/// Exercises of every shape whose slow answers are measured again and again, and what each stands
/// for. The others are measured once: some of them take seconds.
const REPEATED: [(&str, &str); 15] = [
    ("beam-search", "a function that is given a function"),
    ("byte-pair-encoding-step", "lists of symbols"),
    ("cosine-top-k", "arrays"),
    ("f1-score", "two variables"),
    ("hnsw-greedy-search", "a graph of vectors, heaps"),
    ("interval-merging", "sorting"),
    ("k-way-merge", "lists in lists, slices"),
    ("linked-list-cycle", "objects that point to each other"),
    ("longest-common-subsequence", "a table over two texts"),
    ("lru-cache", "a class with methods"),
    ("moving-average", "a class on a stream"),
    ("reciprocal-rank-fusion", "dictionaries"),
    ("rotated-binary-search", "a target below n"),
    ("shortest-path", "a graph, two variables"),
    ("tree-serialisation", "recursion"),
];

/// How often the slow answers of an exercise are measured.
pub fn runs(slug: &str) -> usize {
    if REPEATED.iter().any(|(repeated, _)| *repeated == slug) { RUNS } else { 1 }
}

/// Each repeated exercise is there and has a slow answer.
///
/// # Errors
/// Naming one that has none.
pub fn repeated_are_there(exercises: &[Exercise]) -> Result<()> {
    for (slug, shape) in REPEATED {
        let found = exercises.iter().find(|exercise| exercise.slug == slug);
        let has_slow = found.is_some_and(|exercise| !exercise.slow.is_empty());
        ensure!(has_slow, "{slug} has no slow answer, and none other stands for: {shape}");
    }
    Ok(())
}

/// Whether every run of a slow answer fits the class that it declares, and misses the target.
///
/// # Errors
/// With the points of the first run that does not.
pub fn judge(exercise: &Exercise, program: &Program) -> Result<String> {
    let declared = exercise.slow.iter().find(|slow| slow.name == program.name);
    let (Some(declared), Some(target)) = (declared, &exercise.growth) else {
        bail!("cannot be slow: exercise.toml has no growth target");
    };
    ensure!(
        program.growth.len() == runs(&exercise.slug),
        "measured {} times",
        program.growth.len()
    );
    for (number, run) in program.growth.iter().enumerate() {
        let points = growth_points(run);
        let Some(fit) = judge::fit(&points) else {
            bail!("run {}: its growth cannot be told from {} sizes", number + 1, points.len());
        };
        if fit.class != declared.class {
            let (found, said) = (fit.class.label(), declared.class.label());
            bail!("run {}: grows with {found}, and says {said}: {points:?}", number + 1);
        }
        if judge::meets(target, &fit) {
            bail!("meets the target {}: move it to the solutions", target.class.label());
        }
    }
    Ok(words(declared.class, program.growth.len()))
}

fn words(class: Growth, runs: usize) -> String {
    let label = class.label();
    match runs {
        1 => format!("right, and grows with {label}"),
        runs => format!("right, and grows with {label} in {runs} runs of {runs}"),
    }
}
