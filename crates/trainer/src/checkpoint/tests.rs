//! Sessions of a GPT-2 that Hugging Face's transformers made, saved and read
//! (`tests/fixtures/make_gpt2_fixtures.py`), and files that are refused.

use nets::random::Random;
use nets::transformer::Form;
use protocol::attention::checkpoint::{Found, Opening, Refusal};
use protocol::attention::look::{Changes as Told, Fate, HeadChange, Kind, Part};
use protocol::attention::writing::Ending;
use serde::Deserialize;

use super::*;
use crate::session::{self, Opened};
use crate::source::Source;

const WEIGHTS: &[u8] = include_bytes!("../../../../tests/fixtures/gpt2/model.safetensors");
const VOCABULARY: &str = include_str!("../../../../tests/fixtures/gpt2/vocab.json");
const MERGES: &str = include_str!("../../../../tests/fixtures/gpt2/merges.txt");
const CONFIG: &str = include_str!("../../../../tests/fixtures/gpt2/config.json");
const EXPECTED: &str = include_str!("../../../../tests/fixtures/gpt2/expected.json");

#[derive(Deserialize)]
struct Expected {
    texts: Vec<Text>,
}

#[derive(Deserialize)]
struct Text {
    text: String,
    tokens: Vec<u32>,
    /// By layer and head, queries by keys; for texts that the model has read.
    #[serde(default)]
    attentions: Vec<Vec<Vec<f32>>>,
    /// Of what follows the last token.
    #[serde(default)]
    logits: Vec<f32>,
}

/// The four files, in their order.
fn files() -> [Vec<u8>; 4] {
    [WEIGHTS, VOCABULARY.as_bytes(), MERGES.as_bytes(), CONFIG.as_bytes()].map(<[u8]>::to_vec)
}

fn reading(files: &[Vec<u8>], heads: Option<u16>, allowed: u64) -> Result<Reading, String> {
    let opening = Opening { has_config: files.len() > 3, heads };
    let sources = files.iter().map(|file| Box::new(file.clone()) as Box<dyn Source>).collect();
    let ticks = std::cell::Cell::new(0.0);
    let clock = move || ticks.replace(ticks.get() + 0.5);
    Reading::new(opening, sources, allowed, Box::new(clock))
}

/// Goes on until there is a session; how far it was each time.
fn finish(
    reading: Reading,
) -> Result<(Box<dyn Session>, Vec<wire::checkpoint::Progress>), Refusal> {
    let mut opened = Opened::Underway(Box::new(reading));
    let mut steps = Vec::new();
    loop {
        match opened {
            Opened::Ready(session) => return Ok((session, steps)),
            Opened::Underway(underway) => {
                steps.push(session::Opening::progress(&*underway));
                opened = underway.go_on()?;
            }
        }
    }
}

fn refusal(files: &[Vec<u8>], heads: Option<u16>, allowed: u64) -> Refusal {
    finish(reading(files, heads, allowed).unwrap()).err().expect("a refusal")
}

fn opened() -> Box<dyn Session> {
    finish(reading(&files(), None, MOST_BYTES).unwrap()).unwrap().0
}

fn found(session: &dyn Session) -> Found {
    match session.prepared(1) {
        Event::CheckpointPrepared { found, .. } => found,
        other => panic!("nothing was found: {other:?}"),
    }
}

fn look(text: &str) -> wire::Look {
    wire::Look { text: text.into(), ..wire::Look::default() }
}

fn seen(session: &mut dyn Session, look: wire::Look) -> wire::Inspection {
    session.look(look).unwrap();
    match session.frame(1, Going { running: false, updates_per_second: 0.0 }) {
        Event::AttentionFrame { frame, .. } => frame.inspection.unwrap(),
        other => panic!("no frame: {other:?}"),
    }
}

fn assert_close(what: &str, ours: &[f32], theirs: &[f32]) {
    assert_eq!(ours.len(), theirs.len(), "{what}");
    for (index, (a, b)) in ours.iter().zip(theirs).enumerate() {
        assert!((a - b).abs() <= 1e-4, "{what}[{index}]: {a} against {b}");
    }
}

#[test]
fn what_is_seen_is_what_hugging_face_computes() {
    let mut session = opened();
    let most = usize::from(found(&*session).model.most_tokens);
    let texts = serde_json::from_str::<Expected>(EXPECTED).unwrap().texts.into_iter();
    let read: Vec<Text> = texts.filter(|text| !text.logits.is_empty()).collect();
    assert!(read.len() > 2 && read.iter().all(|text| text.tokens.len() <= most));
    for Text { text, tokens, attentions, logits } in read {
        let open = Some(Part { kind: Kind::Logits, layer: 0, head: 0 });
        let seen = seen(&mut *session, wire::Look { open, ..look(&text) });
        assert_eq!((seen.tokens.len(), seen.layers, seen.heads), (tokens.len(), 2, 4));
        assert_close(&text, &seen.weights, &attentions.concat().concat());
        let stage = seen.stages.iter().find(|stage| Some(stage.part) == open).unwrap();
        assert_close(&text, &stage.values, &logits);
        let best = (0..logits.len()).max_by(|&a, &b| logits[a].total_cmp(&logits[b]));
        assert_eq!((seen.next.len(), Some(seen.next[0].index as usize)), (8, best));
        assert_eq!((seen.lens.len(), seen.lens[2][0].index), (3, seen.next[0].index));
        assert!(seen.lens.iter().all(|layer| layer.len() == 3), "no more than is shown");
    }
}

#[test]
fn what_was_found_is_told() {
    let (session, steps) = finish(reading(&files(), None, MOST_BYTES).unwrap()).unwrap();
    let found = found(&*session);
    assert_eq!((found.layers, found.heads, found.width, found.is_tied), (2, 4, 32, true));
    assert!(!found.are_heads_assumed);
    assert_eq!((found.model.context, found.model.vocabulary.len()), (64, 300));
    assert_eq!(found.model.end, Some(299));
    assert_eq!(found.model.vocabulary[299], "<|endoftext|>");
    let all = WEIGHTS.len() as u64;
    let done: Vec<u64> = steps.iter().map(|step| step.done_bytes).collect();
    assert_eq!(done, [0, 0, all]);
    let memory = 4 * u64::from(found.model.parameters[0]);
    assert_eq!(steps.last().map(|step| (step.all_bytes, step.memory_bytes)), Some((all, memory)));
}

#[test]
fn heads_that_nothing_says_are_asked_for() {
    let three = &files()[..3];
    let asked = refusal(three, None, MOST_BYTES);
    assert_eq!(asked.shared_width, Some(32));
    assert!(asked.reason.contains("how many heads share its width of 32"), "{asked:?}");
    assert_eq!(refusal(three, Some(5), MOST_BYTES).shared_width, Some(32));
    let (session, _) = finish(reading(three, Some(4), MOST_BYTES).unwrap()).unwrap();
    let found = found(&*session);
    assert_eq!((found.heads, found.are_heads_assumed), (4, false));
}

#[test]
fn what_does_not_fit_is_refused_with_the_reason() {
    let check = |change: &dyn Fn(&mut [Vec<u8>; 4]), expect: &str| {
        let mut files = files();
        change(&mut files);
        let refusal = refusal(&files, None, MOST_BYTES);
        assert!(refusal.reason.contains(expect), "{refusal:?}");
        assert_eq!(refusal.shared_width, None);
    };
    check(&|files| files[0].truncate(70_000), "was the download complete?");
    check(&|files| files[0].truncate(5), "it ends within its header");
    check(&|files| files[0] = b"PK\x03\x04 a zip archive".to_vec(), "not a safetensors file");
    check(&|files| files.swap(0, 1), "not a safetensors file");
    check(&|files| files[1] = b"{}".to_vec(), "vocab.json has 0 tokens, the model has 300");
    check(&|files| files[1] = b"not JSON".to_vec(), "vocab.json:");
    check(&|files| files[1] = vec![0xff, 0xfe], "vocab.json cannot be read: it is no text");
    check(&|files| files[2] = b"x y z".to_vec(), "merges.txt does not belong to vocab.json");
    check(&|files| files[3] = b"{\"model_type\":\"llama\"}".to_vec(), "of the type llama");
    check(&|files| files[3] = b"{\"n_head\":7}".to_vec(), "shared evenly by 7 heads");
    let renamed = |from: &'static str, to: &'static str| {
        move |files: &mut [Vec<u8>; 4]| {
            let at = files[0].windows(from.len()).position(|part| part == from.as_bytes()).unwrap();
            files[0][at..at + to.len()].copy_from_slice(to.as_bytes());
        }
    };
    check(&renamed("h.1.ln_2.bias", "h.1.ln_9.bias"), "h.1.ln_2.bias is missing");
    check(&renamed("[32,96]", "[96,32]"), "has the shape [96, 32]; expected [32, 96]");
    let memory = refusal(&files(), None, 100_000).reason;
    assert!(
        memory.contains("needs 148 kB of memory") && memory.contains("may use 100 kB"),
        "{memory}"
    );
    assert!(reading(&files()[..2], None, 0).err().unwrap().contains("three files"));
}

#[test]
fn a_text_that_cannot_be_shown_is_refused_and_the_last_one_stays() {
    let mut session = opened();
    assert_eq!(seen(&mut *session, look("the dog")).text, "the dog");
    let refused = |session: &mut dyn Session, look| session.look(look).unwrap_err();
    assert!(refused(&mut *session, look("")).contains("Type something"));
    let long = refused(&mut *session, look(&"x".repeat(50)));
    assert!(long.contains("50 tokens; at most 24 are shown") && long.contains("8 heads"), "{long}");
    let changes = Told { swaps: vec![(0, 999)], ..Told::default() };
    assert!(refused(&mut *session, wire::Look { changes, ..look("a cat") }).contains("999"));
    let Event::AttentionFrame { frame, .. } =
        session.frame(1, Going { running: false, updates_per_second: 0.0 })
    else {
        panic!("no frame")
    };
    assert_eq!(frame.inspection.map(|seen| seen.text), Some("the dog".into()));
    assert_eq!((frame.step, frame.lanes.len()), (0, 0));
}

#[test]
fn large_models_show_shorter_texts() {
    let check = |layers, heads, context, expect| {
        let sizes =
            Sizes { vocabulary: 9, context, layers, heads, width: heads, form: Form::default() };
        assert_eq!(most_tokens(&sizes), expect);
    };
    check(2, 4, 64, 24);
    check(2, 4, 16, 16);
    check(12, 12, 1024, 24);
    check(24, 16, 1024, 16);
    check(48, 25, 1024, 9);
    check(255, 255, 1024, 1);
}

#[test]
fn changes_show_what_was_before() {
    let mut session = opened();
    let before = seen(&mut *session, look("the dog is in"));
    let removed = HeadChange { layer: 0, head: 1, fate: Fate::Removed };
    let changes = Told { heads: vec![removed], swaps: vec![(1, 64)], ..Told::default() };
    let after = seen(&mut *session, wire::Look { changes, ..look("the dog is in") });
    assert_eq!(after.tokens[1], "a");
    let same = after.next.iter().find(|it| it.index == before.next[0].index).unwrap();
    assert_eq!(same.unchanged, Some(before.next[0].share));
    assert_eq!(seen(&mut *session, look("the dog is in")), before);
}

/// A session with weights of its own.
fn random_session() -> CheckpointSession {
    let form = Form { is_tied: true, ..Form::default() };
    let sizes = Sizes { vocabulary: 300, context: 64, layers: 2, heads: 2, width: 16, form };
    let mut random = Random::new(1, 0);
    let values = (0..Layout::new(&sizes).count()).map(|_| 0.3 * random.normal()).collect();
    let tokeniser = checkpoints::Tokeniser::new(VOCABULARY, MERGES, 300).unwrap();
    let weights = Weights::new(sizes, values).unwrap();
    CheckpointSession::new(weights, Letters::new(tokeniser), false, Box::new(|| 0.0))
}

#[test]
fn a_text_is_read_once_however_it_is_looked_at() {
    let mut session = random_session();
    session.look(look("the dog")).unwrap();
    let plain = Rc::clone(&session.seen.as_ref().unwrap().plain);
    let open = Some(Part { kind: Kind::Query, layer: 1, head: 0 });
    session.look(wire::Look { open, cell: Some((0, 1)), ..look("the dog") }).unwrap();
    assert!(session.inspection().is_some_and(|seen| seen.cell.is_some()));
    let changes = Told { swaps: vec![(0, 64)], ..Told::default() };
    session.look(wire::Look { changes: changes.clone(), ..look("the dog") }).unwrap();
    let changed = session.seen.as_ref().unwrap().changed.clone().unwrap();
    session.look(wire::Look { changes, cell: Some((0, 0)), open, ..look("the dog") }).unwrap();
    let now = session.seen.as_ref().unwrap();
    assert!(Rc::ptr_eq(&plain, &now.plain) && Rc::ptr_eq(&changed, now.changed.as_ref().unwrap()));
    session.look(look("the cat")).unwrap();
    assert!(!Rc::ptr_eq(&plain, &session.seen.as_ref().unwrap().plain));
}

fn order(text: &str) -> wire::Order {
    wire::Order {
        number: 1,
        lane: 0,
        text: text.into(),
        tokens: 6,
        temperature: 1.0,
        top_k: None,
        top_p: None,
        beams: 1,
        seed: 5,
        has_cache: true,
    }
}

#[test]
fn a_text_is_continued_with_and_without_a_cache_alike() {
    let mut session = opened();
    let mut write = |order: wire::Order| {
        session.write(order).unwrap();
        std::iter::from_fn(|| session.write_on()).collect::<Vec<_>>()
    };
    let tokens = |all: &[wire::Written]| -> Vec<_> {
        all.iter().map(|one| (one.token.clone(), one.candidates.clone())).collect()
    };
    let with = write(order("the dog"));
    let without = write(wire::Order { has_cache: false, ..order("the dog") });
    assert_eq!((tokens(&with), with.len()), (tokens(&without), 6));
    assert_eq!(with[5].ending, Some(Ending::Enough));
    assert!(with[0].cache_bytes > 0 && with[0].candidates.len() == 8);
    let beams = write(wire::Order { beams: 3, ..order("the dog") });
    assert_eq!(beams.last().map(|last| last.beams.len()), Some(3));
    let full = write(wire::Order { tokens: 64, temperature: 0.0, ..order(&"x".repeat(60)) });
    assert!(full.last().is_some_and(|last| last.ending.is_some()) && full.len() <= 5);
}

#[test]
fn letters_are_written_when_they_are_whole() {
    let tokeniser = checkpoints::Tokeniser::new(VOCABULARY, MERGES, 300).unwrap();
    let letters = Letters::new(tokeniser);
    let tokens = letters.encode("né → 🙂").unwrap();
    assert!(tokens.len() > 9);
    let mut written = String::new();
    for end in 0..=tokens.len() {
        let text = letters.text(&tokens[..end]);
        assert!(text.starts_with(&written) && "né → 🙂".starts_with(&text), "{text}");
        written = text;
    }
    assert_eq!(written, "né → 🙂");
    assert_eq!((letters.name(tokens[1]), letters.name(tokens[0])), ("\\xc3".into(), "n".into()));
    // The second byte of a letter alone, and what was begun and not ended.
    assert_eq!(letters.text(&[tokens[2], tokens[0]]), "\u{fffd}n");
    assert_eq!(letters.text(&[tokens[1], tokens[0]]), "\u{fffd}n");
    assert_eq!(letters.text(&[tokens[0], tokens[2]]), "n\u{fffd}");
}
