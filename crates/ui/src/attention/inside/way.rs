//! The way from tokens to the next token, as it is drawn: parts of the model, each with runs of
//! stages that are the residual stream or branch off it.

use protocol::attention::{
    Form, Norm,
    look::{Kind, Stage},
};

use crate::attention::part::{Scope, scope};

/// A part of the way: the entrance, a layer, the exit.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What it is called.
    pub title: String,
    /// In the order of computation.
    pub runs: Vec<Run>,
}

/// Stages one after the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Whether they are the residual stream; otherwise they branch off it.
    pub is_stream: bool,
    /// In the order of computation.
    pub stops: Vec<Stop>,
}

/// A stage on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// Its place among the inspection's stages.
    pub index: usize,
    /// Where it is added to the stream: its root mean square over that of the stream before.
    pub adds: Option<f32>,
}

/// Groups the stages, in their order. Of stages that every head has, those of head `head` are on
/// the way.
#[must_use]
pub fn way(stages: &[Stage], form: Form, head: u8) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut stream = None;
    for (index, stage) in stages.iter().enumerate() {
        let kind = stage.part.kind;
        if scope(kind) == Scope::Head && stage.part.head != head {
            continue;
        }
        let is_stream = is_stream(kind, form);
        let stop = Stop { index, adds: adds(stage, form, stream) };
        if is_stream {
            stream = Some(stage.size);
        }
        let title = title(stage);
        if groups.last().is_none_or(|group| group.title != title) {
            groups.push(Group { title, runs: Vec::new() });
        }
        let Some(group) = groups.last_mut() else { continue };
        match group.runs.last_mut() {
            Some(run) if run.is_stream == is_stream => run.stops.push(stop),
            _ => group.runs.push(Run { is_stream, stops: vec![stop] }),
        }
    }
    groups
}

fn title(stage: &Stage) -> String {
    match stage.part.kind {
        Kind::Tokens | Kind::Places | Kind::Start => "Text".into(),
        Kind::FinalNorm | Kind::Logits | Kind::Next => "Next token".into(),
        _ => format!("Layer {}", stage.part.layer + 1),
    }
}

/// Whether a stage is the stream itself. With norms after the parts, these lie on the stream.
fn is_stream(kind: Kind, form: Form) -> bool {
    let is_sum = matches!(kind, Kind::Start | Kind::AfterAttention | Kind::AfterMlp);
    let is_norm = matches!(kind, Kind::AttentionNorm | Kind::MlpNorm);
    form.has_residual && (is_sum || is_norm && form.norm == Norm::After)
}

fn adds(stage: &Stage, form: Form, stream: Option<f32>) -> Option<f32> {
    let is_added = matches!(stage.part.kind, Kind::Projected | Kind::Lowered);
    stream.filter(|size| form.has_residual && is_added && *size > 0.0).map(|size| stage.size / size)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attention::{fragment::default_config, inside::samples};

    /// The way as text: stages of the stream in capitals, what is added with its share.
    fn drawn(form: Form) -> String {
        let config = protocol::attention::Config { layers: 1, heads: 2, form, ..default_config() };
        let stages = samples::inspection(&config).stages;
        let stop = |stop: &Stop, is_stream: bool| {
            let kind = format!("{:?}", stages[stop.index].part.kind);
            let name = if is_stream { kind.to_ascii_uppercase() } else { kind };
            stop.adds.map_or(name.clone(), |adds| format!("{name} {adds}"))
        };
        let group = |group: &Group| {
            let runs = group.runs.iter();
            let stops = runs.flat_map(|run| run.stops.iter().map(|it| stop(it, run.is_stream)));
            format!("{}: {}", group.title, stops.collect::<Vec<_>>().join(" "))
        };
        way(&stages, form, 1).iter().map(group).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn with_norms_before_the_parts_branch_off_the_stream() {
        assert_eq!(
            drawn(Form::default()),
            "Text: Tokens Places START\n\
             Layer 1: AttentionNorm Query Key Value Scores Shares Mixed Projected 0.5 AFTERATTENTION \
             MlpNorm Hidden Activated Lowered 0.5 AFTERMLP\n\
             Next token: FinalNorm Logits Next"
        );
    }

    #[test]
    fn with_norms_after_they_lie_on_the_stream() {
        let form = Form { norm: Norm::After, has_mlp: false, ..Form::default() };
        assert_eq!(
            drawn(form),
            "Text: Tokens Places START\n\
             Layer 1: Query Key Value Scores Shares Mixed Projected 0.5 AFTERATTENTION ATTENTIONNORM\n\
             Next token: Logits Next"
        );
    }

    #[test]
    fn without_residual_paths_there_is_no_stream() {
        let form = Form { has_residual: false, ..Form::default() };
        let drawn = drawn(form);
        assert!(!drawn.contains("START") && !drawn.contains("0.5"), "{drawn}");
    }

    #[test]
    fn of_the_heads_one_is_on_the_way() {
        let stages = samples::inspection(&default_config()).stages;
        let groups = way(&stages, Form::default(), 3);
        let shown = |part: &Group| {
            let stops = part.runs.iter().flat_map(|run| &run.stops);
            stops
                .map(|stop| stages[stop.index].part)
                .filter(|p| p.kind == Kind::Query)
                .collect::<Vec<_>>()
        };
        let queries: Vec<_> = groups.iter().flat_map(shown).collect();
        assert_eq!(queries.len(), 2);
        assert!(queries.iter().all(|part| part.head == 3));
    }
}
