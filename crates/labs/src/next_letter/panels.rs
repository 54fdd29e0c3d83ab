//! What is to be seen: the next letter after what was typed, made-up words, where in a word the loss
//! lies, what the model costs, and how letters follow one another.

use figures::format::{count, decimal, fixed, plural};
use figures::{Axis, BarGroup, Bars, Figure, Heat, Lines, Panel, Series, Style, Table, Text};

use super::Speller;
use super::findings::pairs;
use super::learner::{Exam, Kind};
use super::samples::{self, Origin};

/// Guesses at a place of a word below which a mean says little.
const GUESSES_FEW: u32 = 20;

/// All panels, most telling first; `exams` are of the held-out and of the training words.
pub fn all(lane: &Speller, exams: &[Exam; 2]) -> Vec<Panel> {
    vec![next(lane), written(lane), by_place(lane, &exams[0]), cost(lane, exams), follow(lane)]
}

fn next(lane: &Speller) -> Panel {
    let words = &lane.words;
    let prefix = words.prefix(&lane.look.prefix);
    let chances = lane.learner.reading().after(&prefix, lane.look.heat, words.alphabet());
    let best = (0..chances.len()).max_by(|&a, &b| chances[a].total_cmp(&chances[b])).unwrap_or(0);
    let after = match prefix.len() {
        0 => "At the beginning of a word".to_owned(),
        _ => format!("After “{}”", words.spelled(&prefix)),
    };
    let what =
        if best == 0 { "the end".into() } else { format!("“{}”", words.sign(best as u8)) };
    let says = format!(
        "{after}, {what} is most likely, with {} %; the end has {} %.",
        decimal(100.0 * chances[best]),
        decimal(100.0 * chances[0]),
    );
    let bars = Bars {
        x: Axis::new("next letter; · is the end of the word"),
        y: Axis { range: Some((0.0, 1.0)), ..Axis::new("chance") },
        names: (0..chances.len()).map(|letter| words.sign(letter as u8)).collect(),
        groups: vec![BarGroup {
            name: "chance".into(),
            values: chances.iter().map(|&it| it as f32).collect(),
        }],
        ..Bars::default()
    };
    Panel::new("next", "What comes next", says, Figure::Bars(bars))
}

fn written(lane: &Speller) -> Panel {
    let words = samples::written(&lane.learner, &lane.words, lane.look.heat, lane.seed);
    let of = |origin: Origin| words.iter().filter(|it| it.1 == origin).count();
    let says = format!(
        "Of {}, {} are words that it was trained on, {} are held out, {} are new.",
        plural(words.len(), "made-up word"),
        of(Origin::Known),
        of(Origin::HeldOut),
        of(Origin::New),
    );
    let line = |(word, origin): &(Vec<u8>, Origin)| {
        let spelled = if word.is_empty() { "(empty)".into() } else { lane.words.spelled(word) };
        (origin.name().to_owned(), spelled)
    };
    let text = Text { lines: words.iter().map(line).collect() };
    Panel::new("samples", "Words that it makes up", says, Figure::Text(text))
}

fn by_place(lane: &Speller, exam: &Exam) -> Panel {
    let places = exam.sums.iter().zip(&exam.guesses).enumerate();
    let points: Vec<(f32, f32)> = places
        .filter(|(_, (_, guesses))| **guesses >= GUESSES_FEW)
        .map(|(place, (sum, guesses))| (place as f32 + 1.0, (sum / f64::from(*guesses)) as f32))
        .collect();
    let at = |point: Option<&(f32, f32)>| point.map_or(f64::NAN, |it| f64::from(it.1));
    let says = format!(
        "The first letter of a held-out word costs {} nats, the {}th guess {}.",
        decimal(at(points.first())),
        points.len(),
        decimal(at(points.last())),
    );
    let name = if lane.kind == Kind::Counts { "n-gram" } else { "network" };
    let series = Series { name: name.into(), style: Style::Line, points };
    let lines = Lines {
        x: Axis::new("place in the word"),
        y: Axis::new("loss on held-out words, nats"),
        series: vec![series],
    };
    Panel::new("by-place", "Where in a word it is hard", says, Figure::Lines(lines)).shared()
}

fn cost(lane: &Speller, exams: &[Exam; 2]) -> Panel {
    let [test, train] = exams.each_ref().map(Exam::loss);
    let parameters = count(lane.learner.parameter_count() as u64);
    let stored = if lane.kind == Kind::Counts { "counts stored" } else { "parameters" };
    let time = lane.timed.mean_ms();
    let time = time.map_or("not measured yet".to_owned(), |ms| format!("{} ms", decimal(ms)));
    let row = |name: &str, value: String| vec![name.to_owned(), value];
    let rows = vec![
        row("perplexity, held out", fixed(libm::exp(test), 2)),
        row("perplexity, train", fixed(libm::exp(train), 2)),
        row("bits a letter, held out", fixed(test / core::f64::consts::LN_2, 2)),
        row(stored, parameters.clone()),
        row("time a letter, one by one", time.clone()),
    ];
    let says = format!(
        "A perplexity of {} on held-out words for {parameters} {stored}; a letter takes {}.",
        fixed(libm::exp(test), 2),
        if lane.timed.mean_ms().is_some() {
            time
        } else {
            "a time that is not measured yet".into()
        },
    );
    let table = Table { columns: vec!["what".into(), "value".into()], rows };
    Panel::new("cost", "What it costs", says, Figure::Table(table))
}

fn follow(lane: &Speller) -> Panel {
    let (words, counts) = (&lane.words, pairs(&lane.words));
    let letters = words.alphabet();
    let best = (0..counts.len()).max_by_key(|&at| counts[at]).unwrap_or(0);
    let seen = counts.iter().filter(|it| **it > 0).count();
    let says = format!(
        "{} of {} pairs occur in the training words; “{}{}” is the most frequent, with {}.",
        count(seen as u64),
        count(counts.len() as u64),
        words.sign((best / letters) as u8),
        words.sign((best % letters) as u8),
        count(u64::from(counts[best])),
    );
    let names: Vec<String> = (0..letters).map(|letter| words.sign(letter as u8)).collect();
    let heat = Heat {
        row_axis: "letter".into(),
        column_axis: "letter that follows".into(),
        rows: names.clone(),
        columns: names,
        values: counts.iter().map(|&it| it as f32).collect(),
        is_signed: false,
    };
    Panel::new("pairs", "How often letters follow one another", says, Figure::Heat(heat))
}
