//! A plan in a link: `name=value` pairs in the address's fragment, only where they differ from what
//! the lab opens with. `b.rate=0.1` is the second lane's; `lanes`, `exp` and `step` are the frame's.
//!
//! What comes from a link is a stranger's: every value is checked, and one that its control cannot
//! have refuses the whole link, because half of a run is another run. Unknown names are left alone,
//! so that links of later versions open.
//!
//! Points that were drawn travel as `points`; every other table of the visitor's stays on the device.

use std::rc::Rc;

use content::Lab;
use figures::{Settings, Sheet, Value};

use super::plan::{LANES_MAX, NAMES, Plan};
use super::points;

/// Farthest step that a link replays to.
pub const STEP_MAX: u64 = 5_000_000;

/// A run out of a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// What is run.
    pub plan: Plan,
    /// Up to which step.
    pub step: u64,
    /// The points that it brings.
    pub own: Option<Rc<Sheet>>,
}

impl Shared {
    /// As the lab opens: its first experiment, ready to be asked about.
    pub fn opening(lab: &Lab) -> Self {
        let first = lab.experiments.first();
        let plan = first.map_or_else(|| Plan::opening(lab), |first| Plan::of(lab, first));
        Self { plan, step: 0, own: None }
    }
}

/// The points of a plan that can travel in a link.
pub fn drawn(lab: &Lab, plan: &Plan, own: Option<&Sheet>) -> Option<String> {
    let is_drawn = lab.own.as_ref().is_some_and(|declared| declared.draw.is_some());
    let is_used = plan.base.get("data").is_some_and(|data| data.to_string() == "own");
    own.filter(|_| is_drawn && is_used).and_then(points::encode)
}

/// Writes a run, without `#`.
pub fn encode(lab: &Lab, plan: &Plan, own: Option<&Sheet>, step: u64) -> String {
    let mut pairs = form_urlencoded::Serializer::new(String::new());
    let experiment = plan.experiment.as_deref().and_then(|name| lab.experiment(name));
    let start = experiment.map_or_else(|| Plan::opening(lab), |it| Plan::of(lab, it));
    if let Some(experiment) = experiment {
        pairs.append_pair("exp", &experiment.name);
    } else if plan.lanes.len() > 1 {
        pairs.append_pair("lanes", &plan.lanes.len().to_string());
    }
    for control in &lab.controls {
        let value = plan.base.get(&control.name);
        if let Some(value) = value.filter(|value| start.base.get(&control.name) != Some(*value)) {
            pairs.append_pair(&control.name, &value.to_string());
        }
    }
    for (index, lane) in plan.lanes.iter().enumerate() {
        let before = start.lanes.get(index);
        let changed = |name: &str, value: &Value| before.and_then(|it| it.get(name)) != Some(value);
        for (name, value) in lane.iter().filter(|(name, value)| changed(name, value)) {
            let lane = NAMES[index].to_ascii_lowercase();
            pairs.append_pair(&format!("{lane}.{name}"), &value.to_string());
        }
    }
    if let Some(points) = drawn(lab, plan, own) {
        pairs.append_pair("points", &points);
    }
    // Something to recognise as a run of this lab, even where nothing differs.
    pairs.append_pair("step", &step.to_string());
    pairs.finish()
}

/// Reads a run. Settings that are not named are those the lab opens with; `None` when none is
/// named at all (an empty fragment, or one that belongs to something else).
///
/// # Errors
/// The first pair that cannot be used, as it stands in the link, shortened.
pub fn decode(lab: &Lab, text: &str) -> Result<Option<Shared>, String> {
    let text = text.strip_prefix('#').unwrap_or(text);
    let pairs: Vec<(String, String)> =
        form_urlencoded::parse(text.as_bytes()).into_owned().collect();
    let find = |wanted: &str| pairs.iter().find(|(name, _)| name == wanted);
    let mut shared = Shared { plan: Plan::opening(lab), step: 0, own: None };
    if let Some((name, value)) = find("exp") {
        let experiment = lab.experiment(value).ok_or_else(|| shortened(name, value))?;
        shared.plan = Plan::of(lab, experiment);
    }
    if let Some((name, value)) = find("lanes") {
        let count = value.parse().ok().filter(|count| (1..=LANES_MAX).contains(count));
        let count = count.ok_or_else(|| shortened(name, value))?;
        shared.plan.lanes = vec![Settings::default(); count];
    }
    let mut is_ours = false;
    for (name, value) in &pairs {
        is_ours |= read(lab, &mut shared, name, value).ok_or_else(|| shortened(name, value))?;
    }
    Ok(is_ours.then_some(shared))
}

/// Puts one pair in its place. `Some(false)` for an unknown name, `None` for a value out of bounds.
fn read(lab: &Lab, shared: &mut Shared, name: &str, value: &str) -> Option<bool> {
    if name == "exp" || name == "lanes" {
        return Some(true);
    }
    if name == "step" {
        shared.step = value.parse().ok().filter(|&step| step <= STEP_MAX)?;
        return Some(true);
    }
    if let Some(declared) = lab.own.as_ref().filter(|it| name == "points" && it.draw.is_some()) {
        shared.own = Some(Rc::new(points::decode(value, declared)?));
        return Some(true);
    }
    if let Some(control) = lab.control(name) {
        shared.plan.base.set(name, control.kind.read(value)?);
        return Some(true);
    }
    let lane = |letter: &str| NAMES.iter().position(|name| name.eq_ignore_ascii_case(letter));
    let of_lane = name.split_once('.').and_then(|(letter, rest)| Some((lane(letter)?, rest)));
    let Some((lane, name)) = of_lane else { return Some(false) };
    let Some(control) = lab.control(name).filter(|control| !control.is_shared) else {
        return Some(false);
    };
    let value = control.kind.read(value)?;
    shared.plan.lanes.get_mut(lane)?.set(name, value);
    Some(true)
}

fn shortened(name: &str, value: &str) -> String {
    format!("{name}={value}").chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::labs::{plan::Change, sample::lab};

    #[test]
    fn only_what_differs_is_written() {
        let lab = lab();
        let plan = Plan::opening(&lab);
        assert_eq!(encode(&lab, &plan, None, 0), "step=0");
        let set = |lane, name: &str, value: Value| Change::Set { lane, name: name.into(), value };
        let plan = plan.changed(&lab, set(0, "rate", 0.1.into())).changed(&lab, Change::Add(0));
        let plan = plan.changed(&lab, set(1, "rule", "adam".into()));
        assert_eq!(encode(&lab, &plan, None, 20), "lanes=2&rate=0.1&b.rule=adam&step=20");
        let plan = Plan::opening(&lab).changed(&lab, Change::Take("rates".into()));
        assert_eq!(encode(&lab, &plan, None, 50), "exp=rates&step=50");
    }

    #[test]
    fn what_a_stranger_writes_is_checked() {
        let lab = lab();
        let refused = |text: &str| decode(&lab, text).unwrap_err();
        assert_eq!(refused("rate=17"), "rate=17");
        assert_eq!(refused("rule=%3Cscript%3E"), "rule=<script>");
        assert_eq!(refused("b.rate=0.1"), "b.rate=0.1", "there is no second lane");
        assert_eq!(refused("lanes=4"), "lanes=4");
        assert_eq!(refused("exp=none"), "exp=none");
        assert_eq!(refused("step=99999999999"), "step=99999999999");
        assert_eq!(decode(&lab, "#main"), Ok(None));
        assert_eq!(decode(&lab, ""), Ok(None));
        assert!(decode(&lab, "rate=0.1&later=1").unwrap().is_some());
    }

    /// The lab whose links are older than the frame.
    fn boundary() -> Lab {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/content");
        let library = content::authoring::load(&root, "/").expect("the content is in order");
        let labs = library.labs.into_iter().filter_map(|reading| reading.lab);
        labs.into_iter().find(|lab| lab.slug == "decision-boundary").expect("it declares itself")
    }

    #[test]
    fn links_of_every_age_are_read() {
        let lab = boundary();
        let text = "data=own&noise=0.1&hidden=6%2C4&act=relu&opt=adam&lr=0.05&batch=32&l1=0&l2=0.003\
            &seed=9&split=0.3&engine=burn&points=h2.MgDO_wAAlgAC&step=400";
        let read = decode(&lab, text).expect("valid").expect("a run of this lab");
        assert_eq!((read.step, read.plan.lanes.len()), (400, 1));
        let settings = read.plan.settings(0);
        let written = |name: &str| settings.get(name).map(ToString::to_string).unwrap_or_default();
        assert_eq!(
            ["hidden", "act", "opt", "engine"].map(written),
            ["6,4", "relu", "adam", "burn"]
        );
        assert_eq!(["lr", "batch", "l2", "split"].map(written), ["0.05", "32", "0.003", "0.3"]);
        let own = read.own.expect("two points");
        assert_eq!(
            (own.values.as_slice(), own.labels.as_slice()),
            (&[0.5, -0.5, 0.0, 1.5][..], &[0, 1][..])
        );
        let again = encode(&lab, &read.plan, Some(&own), 400);
        assert!(again.contains("points=h2.MgDO_wAAlgAC"), "{again}");
        for broken in [
            "lr=0",
            "lr=NaN",
            "noise=0.6",
            "hidden=9",
            "hidden=4,,4",
            "batch=65",
            "seed=-1",
            "points=h9.AAAA",
            "act=<script>",
            "split=0",
        ] {
            assert_eq!(decode(&lab, broken), Err(broken.into()));
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(rate in 0usize..3, adam in any::<bool>(), angle in 0u8..180,
            lanes in 1usize..4, step in 0u64..STEP_MAX) {
            let lab = lab();
            let mut plan = Plan::opening(&lab);
            for _ in 1..lanes {
                plan = plan.changed(&lab, Change::Add(0));
            }
            let mut set = |lane: usize, name: &str, value: Value| {
                plan = plan.clone().changed(&lab, Change::Set { lane, name: name.into(), value });
            };
            set(lanes - 1, "rate", [0.01, 0.1, 1.0][rate].into());
            set(0, "rule", if adam { "adam" } else { "sgd" }.into());
            set(0, "angle", f64::from(angle).into());
            let text = encode(&lab, &plan, None, step);
            prop_assert_eq!(decode(&lab, &text), Ok(Some(Shared { plan, step, own: None })));
        }

        #[test]
        fn no_text_breaks_the_reader(text in ".{0,120}") {
            let _ = decode(&lab(), &text);
        }
    }
}
