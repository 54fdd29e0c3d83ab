//! Prints what a lab measures and says: slug steps name=value… [/ name=value…]
use content::authoring;
use figures::{Figure, Value};
use labs::Experiment;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let root = std::path::PathBuf::from("/tmp/cl/content");
    let library = authoring::load(&root, "/").unwrap_or_else(|e| {
        println!("{e}");
        std::process::exit(1)
    });
    let lab = library
        .labs
        .iter()
        .filter_map(|it| it.lab.as_ref())
        .find(|it| it.slug == arguments[0])
        .unwrap();
    let steps: u64 = arguments[1].parse().unwrap();
    let mut lanes = vec![lab.defaults()];
    for word in &arguments[2..] {
        if word == "/" {
            lanes.push(lab.defaults());
            continue;
        }
        let Some((name, value)) = word.split_once('=') else { continue };
        let value = value.parse::<f64>().map_or(Value::Word(value.into()), Value::Number);
        lanes.last_mut().unwrap().set(name, value);
    }
    let verbose = std::env::var("V").is_ok();
    let mut run = Experiment::open(&lab.slug, lanes, None).unwrap();
    for lane in 0..run.lane_count() {
        let t = std::time::Instant::now();
        run.advance(lane, steps);
        let each = t.elapsed() / steps.max(1) as u32;
        let t = std::time::Instant::now();
        let view = run.view(lane);
        println!(
            "lane {lane}: {each:?} a step, view {:?}, parameters {}, hash {:x}",
            t.elapsed(),
            view.parameter_count,
            view.weights_hash
        );
        for (measure, value) in run.measures().iter().zip(&view.values) {
            println!("   {} {value}", measure.id);
        }
        for finding in &view.findings {
            println!("   {:?} {}: {}", finding.kind, finding.title, finding.text);
        }
        for panel in &view.panels {
            println!("   [{}] {}", panel.id, panel.says);
            if verbose {
                match &panel.figure {
                    Figure::Lines(lines) => {
                        for s in lines.series.iter().filter(|s| s.style != figures::Style::Faint) {
                            println!("      {}: {:?}", s.name, s.points);
                        }
                    }
                    Figure::Table(table) => {
                        for r in &table.rows {
                            println!("      {}", r.join(" | "));
                        }
                    }
                    other => println!(
                        "      {}",
                        &format!("{other:?}").chars().take(600).collect::<String>()
                    ),
                }
            }
        }
    }
}
