//! scratch
use figures::Settings;
use labs::Experiment;
fn base() -> Settings {
    Settings::default()
        .with("rows", 1000.0)
        .with("augment", 0.0)
        .with("seed", 7.0)
        .with("model", "convolution")
        .with("kernel", 3.0)
        .with("channels", 8.0)
        .with("stride", 1.0)
        .with("padding", "same")
        .with("pool", "max")
        .with("rule", "adam")
        .with("rate", 0.003)
        .with("batch", 32.0)
        .with("digit", "0".repeat(64).as_str())
        .with("example", 1.0)
}
fn run(name: &str, s: Settings, steps: u64) {
    let mut line = format!("{name:26}");
    for seed in 7..=11 {
        let mut e =
            Experiment::open("convolution", vec![s.clone().with("seed", f64::from(seed))], None)
                .unwrap();
        e.advance(0, steps);
        let v = e.view(0);
        line += &format!(
            " {:.3}/{:.3}/{:.3}[{}]",
            v.values[2],
            v.values[3],
            v.values[4],
            v.findings.iter().map(|f| format!("{:?}", f.kind)).collect::<Vec<_>>().join(",")
        );
        if seed == 7 {
            line = format!("{} {line}", v.parameter_count);
        }
    }
    println!("{line}");
}
#[test]
fn explore() {
    let d = |s: Settings| s.with("model", "dense");
    run("conv", base(), 600);
    run("dense", d(base()), 600);
    run("conv aug", base().with("augment", 1.0), 600);
    run("dense aug", d(base()).with("augment", 1.0), 600);
    run("none", base().with("pool", "none"), 600);
    run("average", base().with("pool", "average"), 600);
    run("none aug", base().with("pool", "none").with("augment", 1.0), 600);
    run("average aug", base().with("pool", "average").with("augment", 1.0), 600);
    run("k1", base().with("kernel", 1.0), 600);
    run("k5", base().with("kernel", 5.0), 600);
    run("k1 aug", base().with("kernel", 1.0).with("augment", 1.0), 600);
    run("k5 aug", base().with("kernel", 5.0).with("augment", 1.0), 600);
    for rows in [40.0, 100.0, 200.0, 500.0] {
        run(&format!("{rows} conv"), base().with("rows", rows), 400);
        run(&format!("{rows} dense"), d(base().with("rows", rows)), 400);
        run(&format!("{rows} conv aug"), base().with("rows", rows).with("augment", 1.0), 400);
        run(&format!("{rows} dense aug"), d(base().with("rows", rows)).with("augment", 1.0), 400);
    }
    run("stride2 none", base().with("stride", 2.0).with("pool", "none"), 600);
    run(
        "stride2 none aug",
        base().with("stride", 2.0).with("pool", "none").with("augment", 1.0),
        600,
    );
    run("c1", base().with("channels", 1.0).with("augment", 1.0), 600);
    run("c2", base().with("channels", 2.0).with("augment", 1.0), 600);
    run("c4", base().with("channels", 4.0).with("augment", 1.0), 600);
    run("c16", base().with("channels", 16.0).with("augment", 1.0), 600);
    run("nopad", base().with("padding", "none").with("augment", 1.0), 600);
    run("adam .3", base().with("rate", 0.3).with("augment", 1.0), 600);
    run("sgd 3", base().with("rate", 3.0).with("rule", "sgd").with("augment", 1.0), 600);
    run("sgd .003", base().with("rate", 0.003).with("rule", "sgd").with("augment", 1.0), 600);
    run("sgd .1", base().with("rate", 0.1).with("rule", "sgd").with("augment", 1.0), 600);
    run("40 rows aug", base().with("rows", 40.0).with("augment", 1.0), 600);
}
