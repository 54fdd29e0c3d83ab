//! scratch
use content::authoring;
use figures::{Settings, Value};
use labs::Experiment;
use std::path::Path;
fn main() {
    let root = std::env::var("LOOK_ROOT")
        .map(Into::into)
        .unwrap_or_else(|_| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/content"));
    let library = authoring::load(&root, "/").unwrap();
    let lab =
        library.labs.into_iter().filter_map(|r| r.lab).find(|l| l.slug == "optimisers").unwrap();
    let args: Vec<String> = std::env::args().skip(1).collect();
    let steps: u64 = args[0].parse().unwrap();
    for spec in &args[1..] {
        let mut s: Settings = lab.defaults();
        for pair in spec.split(',').filter(|p| !p.is_empty()) {
            let (k, v) = pair.split_once('=').unwrap();
            match v.parse::<f64>() {
                Ok(n) => s.set(k, Value::Number(n)),
                _ => s.set(k, Value::Word(v.into())),
            }
        }
        let mut run = Experiment::open("optimisers", vec![s], None).unwrap();
        let mut out = String::new();
        let mut at = 0;
        for k in 1..=6 {
            let to = steps * k / 6;
            run.advance(0, to - at);
            at = to;
            let v = run.view(0);
            out += &format!(" {}:{:.4}/{:.4}", at, v.values[0], v.values[1]);
        }
        let v = run.view(0);
        if let Ok(t) = std::env::var("BELOW") {
            let t: f32 = t.parse().unwrap();
            let f = v.history.iter().find(|p| p.1[0] < t).map(|p| p.0);
            println!("{spec} below at {f:?} end {:.5} {:?}", v.values[0], v.diverged_at_step);
            continue;
        }
        println!("{spec}\n  {out} div {:?}", v.diverged_at_step);
        for f in &v.findings {
            println!("    {:?} {}: {}", f.kind, f.title, f.text);
        }
        if std::env::var("SAYS").is_ok() {
            for p in &v.panels {
                println!("    [{}] {}", p.id, p.says);
            }
        }
    }
}
