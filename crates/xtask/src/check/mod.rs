//! `cargo xtask check`: every program of every exercise, run in the engine that visitors get and
//! judged by the crate that judges visitors.
//!
//! Node runs the programs (`www/python/check/check.mjs`) and writes what it saw; here it is held
//! against what an exercise promises: solutions pass, the starter and each mistake fail, each
//! mistake is recognised as itself, the reference grows as it should.

mod slow;

use std::path::Path;

use anyhow::{Context, Result, bail};
use content::Exercise;
use content::authoring;
use judge::{CaseVerdict, Status};
use protocol::python::{Event, GrowthPoint, Observation, Outcome};
use serde::Deserialize;

use crate::command;
use crate::files;
use crate::new;
use crate::project::Project;
use crate::setup;

/// One program and the events that its jobs gave; growth may have been measured more than once.
#[derive(Debug, Deserialize)]
struct Program {
    role: Role,
    name: String,
    check: Vec<Event>,
    growth: Vec<Vec<Event>>,
}

/// What a program is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Role {
    Solution,
    Starter,
    Mistake,
    Slow,
}

impl Program {
    fn label(&self) -> String {
        match self.role {
            Role::Solution => format!("solution {:?}", self.name),
            Role::Starter => "starter".to_owned(),
            Role::Mistake => format!("mistake {:?}", self.name),
            Role::Slow => format!("slow {:?}", self.name),
        }
    }
}

/// Reads the items of these names, or all if there are none; runs and judges the exercises among
/// them. Prints a line an item and a program and, at the end, `N passed, N failed`.
///
/// # Errors
/// When the content cannot be read, the engine does not start, or a program is not as it should be.
pub fn run(project: &Project, slugs: &[String]) -> Result<()> {
    let content = project.www().join("content");
    // An exercise and a card may share a slug: their addresses differ.
    let is_study = |slug: &&String| authoring::kind_of(&content, slug).is_some();
    let is_exercise = |slug: &&String| content.join("exercises").join(slug).is_dir();
    let study: Vec<String> = slugs.iter().filter(is_study).cloned().collect();
    let exercises: Vec<String> =
        slugs.iter().filter(|slug| is_exercise(slug) || !is_study(slug)).cloned().collect();
    read_study(&content, &study)?;
    if !slugs.is_empty() && exercises.is_empty() {
        return Ok(());
    }
    setup::for_checking(project)?;
    let exercises = match exercises.as_slice() {
        [] => read_all(&content)?,
        some => authoring::load_exercises(&content, some)?,
    };
    if slugs.is_empty() {
        slow::repeated_are_there(&exercises)?;
    }
    // A folder a run: two people, or two terminals, may check at the same time.
    let folder = project.target().join("check").join(std::process::id().to_string());
    observe(project, &exercises, &folder)?;
    let judged = judge_all(&exercises, &folder);
    files::remove_folder(&folder)?;
    judged
}

/// Cards, cases and questions have nothing to run: to be read is to be checked.
fn read_study(content: &Path, slugs: &[String]) -> Result<()> {
    for (slug, kind) in slugs.iter().zip(authoring::load_study(content, slugs)?) {
        println!("{slug}\n  ok      {}", new::word(kind));
    }
    Ok(())
}

fn read_all(content: &Path) -> Result<Vec<Exercise>> {
    let library = authoring::load(content, "/")?;
    println!(
        "read {} cards, {} cases and {} questions",
        library.cards.len(),
        library.cases.len(),
        library.questions.len()
    );
    Ok(library.exercises)
}

fn judge_all(exercises: &[Exercise], folder: &Path) -> Result<()> {
    let (mut passed, mut failed) = (0, 0);
    for exercise in exercises {
        println!("{}", exercise.slug);
        let seen = folder.join("seen").join(format!("{}.json", exercise.slug));
        let programs: Vec<Program> = serde_json::from_str(&files::read_text(&seen)?)
            .with_context(|| format!("{} does not follow the protocol", seen.display()))?;
        for program in &programs {
            match judge_program(exercise, program, &programs) {
                Ok(words) => {
                    passed += 1;
                    println!("  ok      {}: {words}", program.label());
                }
                Err(problem) => {
                    failed += 1;
                    println!("  FAILED  {}: {problem:#}", program.label());
                }
            }
        }
    }
    println!("check: {passed} passed, {failed} failed");
    if failed > 0 {
        bail!("{failed} programs are not as they should be");
    }
    Ok(())
}

fn observe(project: &Project, exercises: &[Exercise], folder: &Path) -> Result<()> {
    let asked = folder.join("exercises");
    let seen = folder.join("seen");
    files::remove_folder(folder)?;
    for exercise in exercises {
        let file = asked.join(format!("{}.json", exercise.slug));
        let mut written = serde_json::to_value(exercise)?;
        written["slow"] = serde_json::to_value(&exercise.slow)?;
        written["slow_runs"] = slow::runs(&exercise.slug).into();
        files::write(&file, &serde_json::to_vec(&written)?)?;
    }
    let kernels = project.target().join("site").join("kernels.wasm");
    if !kernels.exists() {
        println!("The site is not built, so numpy computes without its kernels here.");
    }
    command::run(
        project.command("node").arg("www/python/check/check.mjs").args([asked, seen, kernels]),
    )
}

fn judge_program(exercise: &Exercise, program: &Program, all: &[Program]) -> Result<String> {
    let observations = observations(program);
    let verdicts: Vec<CaseVerdict> =
        observations.iter().map(|seen| judge::case_verdict(seen, judge::rules(exercise))).collect();
    let not_passed = verdicts.iter().filter(|verdict| verdict.status != Status::Passed).count();
    let error = program.check.iter().find_map(|event| match event {
        Event::Failed { error, .. } => Some(format!("{}: {}", error.name, error.message)),
        _ => None,
    });
    match (program.role, error) {
        (Role::Solution | Role::Slow, Some(error)) => bail!("does not run: {error}"),
        (Role::Solution | Role::Slow, None) if not_passed > 0 => {
            bail!("{}", first_failure(&observations, &verdicts))
        }
        (Role::Solution, None) => {
            let growth = growth(exercise, program)?;
            Ok(format!("passes {} cases{growth}", verdicts.len()))
        }
        (Role::Slow, None) => slow::judge(exercise, program),
        (Role::Starter, Some(error)) => Ok(format!("fails: {error}")),
        (Role::Mistake, Some(error)) => bail!("does not run, so no visitor is recognised: {error}"),
        (Role::Starter | Role::Mistake, None) if not_passed == 0 => bail!("passes every case"),
        (Role::Starter, None) => Ok(format!("fails {not_passed} of {} cases", verdicts.len())),
        (Role::Mistake, None) => {
            recognised(exercise, program, all)?;
            Ok(format!("fails {not_passed} of {} cases, and is told apart", verdicts.len()))
        }
    }
}

fn first_failure(observations: &[Observation], verdicts: &[CaseVerdict]) -> String {
    let pairs = observations.iter().zip(verdicts);
    let failing = pairs.into_iter().find(|(_, verdict)| verdict.status != Status::Passed);
    failing.map_or_else(String::new, |(seen, verdict)| {
        let got = match &seen.outcome {
            Outcome::Returned { value } => judge::show(value),
            Outcome::Raised { error } => format!("{}: {}", error.name, error.message),
        };
        let changed = if seen.mutated.is_empty() { "" } else { ", and its input changed" };
        let expected = judge::show(&seen.expected);
        format!(
            "case {:?} {:?}: expected {expected}, got {got}{changed}",
            seen.name, verdict.status
        )
    })
}

/// A visitor who makes exactly this mistake must be told about it, and not about another.
fn recognised(exercise: &Exercise, program: &Program, all: &[Program]) -> Result<()> {
    let failing: Vec<Observation> = observations(program)
        .into_iter()
        .filter(|seen| judge::case_verdict(seen, judge::rules(exercise)).status != Status::Passed)
        .collect();
    let mistakes: Vec<&Program> = all.iter().filter(|other| other.role == Role::Mistake).collect();
    let candidates: Vec<(usize, Vec<Observation>)> =
        mistakes.iter().enumerate().map(|(index, other)| (index, observations(other))).collect();
    match judge::recognise(&failing, &candidates, judge::rules(exercise)) {
        Some(index) if mistakes[index].name == program.name => Ok(()),
        Some(index) => bail!("answers exactly as the mistake {} does", mistakes[index].name),
        None => bail!("is not recognised as itself"),
    }
}

/// The reference must meet the target; of other solutions the growth is only told.
fn growth(exercise: &Exercise, program: &Program) -> Result<String> {
    let Some(target) = &exercise.growth else {
        return Ok(String::new());
    };
    let points = program.growth.first().map(|run| growth_points(run)).unwrap_or_default();
    let is_reference = exercise.solutions.first().is_some_and(|first| first.name == program.name);
    let Some(fit) = judge::fit(&points) else {
        bail!("its growth cannot be told from {} sizes", points.len());
    };
    if is_reference && !judge::meets(target, &fit) {
        bail!(
            "grows with {}, the target is {}: {points:?}",
            fit.class.label(),
            target.class.label()
        );
    }
    let space = judge::fit_space(&points);
    if let (true, Some(space), Some(wanted)) = (is_reference, &space, target.space)
        && !judge::meets_space(target, space)
    {
        bail!(
            "memory grows with {}, the target is {}: {points:?}",
            space.class.label(),
            wanted.label()
        );
    }
    let space = space.map_or_else(String::new, |it| format!(", in memory {}", it.class.label()));
    Ok(format!(", grows with {}{space}", fit.class.label()))
}

/// The points of one measurement.
fn growth_points(run: &[Event]) -> Vec<GrowthPoint> {
    let points = run.iter().filter_map(|event| match event {
        Event::Growth { point, .. } => Some(*point),
        _ => None,
    });
    points.collect()
}

fn observations(program: &Program) -> Vec<Observation> {
    let cases = program.check.iter().filter_map(|event| match event {
        Event::Case { case, .. } => Some(case.clone()),
        _ => None,
    });
    cases.collect()
}
