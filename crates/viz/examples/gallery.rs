//! Temporary gallery.
use figures::*;
use viz::{Theme, figure};

fn wave(i: usize) -> f32 {
    let t = i as f32;
    0.02 + 0.6 * (-t / 90.0).exp() + 0.01 * (t / 7.0).sin()
}

fn panels() -> Vec<Panel> {
    let mut out = Vec::new();
    let curve = |name: &str, k: f32| Series {
        name: name.into(),
        style: Style::Line,
        points: (0..400).map(|i| (i as f32 * 31.0, wave(i) * k)).collect(),
    };
    out.push(Panel::new(
        "a",
        "Loss",
        "s",
        Figure::Lines(Lines {
            x: Axis::new("step"),
            y: Axis::new("loss"),
            series: vec![
                curve("A train", 1.0),
                curve("A test", 1.1),
                curve("B train", 0.8),
                curve("B test", 1.3),
                curve("C train", 0.6),
                curve("C test", 0.7),
            ],
        }),
    ));
    let mut s: Vec<Series> = (0..12)
        .map(|k| Series {
            name: format!("r{k}"),
            style: Style::Faint,
            points: (0..60)
                .map(|i| {
                    let x = i as f32 / 59.0;
                    (x, (6.0 * x).sin() + 0.4 * ((k as f32) * 1.7 + 9.0 * x).sin())
                })
                .collect(),
        })
        .collect();
    s.push(Series {
        name: "mean".into(),
        style: Style::Line,
        points: (0..60)
            .map(|i| {
                let x = i as f32 / 59.0;
                (x, (6.0 * x).sin() * 0.9)
            })
            .collect(),
    });
    s.push(Series {
        name: "true function".into(),
        style: Style::Dashed,
        points: (0..60)
            .map(|i| {
                let x = i as f32 / 59.0;
                (x, (6.0 * x).sin())
            })
            .collect(),
    });
    s.push(Series {
        name: "sample".into(),
        style: Style::Dots,
        points: (0..30)
            .map(|i| {
                let x = i as f32 / 29.0;
                (x, (6.0 * x).sin() + 0.3 * (i as f32 * 2.3).sin())
            })
            .collect(),
    });
    out.push(Panel::new(
        "b",
        "Many fits",
        "s",
        Figure::Lines(Lines { x: Axis::new("x"), y: Axis::new("y"), series: s }),
    ));
    out.push(Panel::new(
        "c",
        "Gradient norms by layer",
        "s",
        Figure::Lines(Lines {
            x: Axis::new("layer"),
            y: Axis::log("gradient norm"),
            series: (0..5)
                .map(|k| Series {
                    name: format!("step {}", k * 100),
                    style: Style::Line,
                    points: (0..12)
                        .map(|i| {
                            (
                                i as f32,
                                10f32.powf(-(12.0 - i as f32) * 0.5 * (1.0 + k as f32 * 0.2)),
                            )
                        })
                        .collect(),
                })
                .collect(),
        }),
    ));
    let n = 60u16;
    let groups: Vec<Group> = (0..4usize)
        .flat_map(|k| {
            let c = [(1.0f32, 1.0f32), (4.0, 2.0), (2.0, 4.5), (5.0, 5.0)][k];
            let pts = (0..35)
                .map(|i| {
                    let a = i as f32 * 2.4;
                    let r = 0.15 * (i as f32).sqrt();
                    (c.0 + r * a.cos(), c.1 + r * a.sin())
                })
                .collect();
            [
                Group {
                    name: format!("cluster {}", k + 1),
                    class: k as u8,
                    points: pts,
                    ..Group::default()
                },
                Group {
                    name: format!("cluster {}", k + 1),
                    class: k as u8,
                    is_centre: true,
                    points: vec![c],
                    ..Group::default()
                },
            ]
        })
        .collect();
    let values = (0..n)
        .flat_map(|r| {
            (0..n).map(move |c| {
                let (x, y) = (c as f32 / 60.0 * 6.0, 6.0 - r as f32 / 60.0 * 6.0);
                let d = [(1.0f32, 1.0f32), (4.0, 2.0), (2.0, 4.5), (5.0, 5.0)]
                    .map(|p| (p.0 - x).powi(2) + (p.1 - y).powi(2));
                (0..4).min_by(|a, b| d[*a].total_cmp(&d[*b])).unwrap() as f32
            })
        })
        .collect();
    out.push(Panel::new(
        "d",
        "Clusters",
        "s",
        Figure::Plane(Plane {
            x: Axis::from_to("petal length (cm)", 0.0, 6.0),
            y: Axis::from_to("petal width (cm)", 0.0, 6.0),
            is_square: false,
            field: Some(Field { columns: n, rows: n, values, kind: FieldKind::Regions }),
            groups,
            ..Plane::default()
        }),
    ));
    let n = 80u16;
    let values: Vec<f32> = (0..n)
        .flat_map(|r| {
            (0..n).map(move |c| {
                let (x, y) = (c as f32 / 79.0 * 4.0 - 2.0, 3.0 - r as f32 / 79.0 * 4.0);
                (1.0 - x).powi(2) + 100.0 * (y - x * x).powi(2)
            })
        })
        .collect();
    let path = |name: &str, k: f32| Path {
        name: name.into(),
        points: (0..200)
            .map(|i| {
                let t = i as f32 / 199.0 * k;
                let x = -1.5 + 2.5 * t;
                (x, x * x + 0.3 * (1.0 - t) * (i as f32).cos())
            })
            .collect(),
    };
    out.push(Panel::new(
        "e",
        "Paths on Rosenbrock",
        "s",
        Figure::Plane(Plane {
            x: Axis::from_to("w1", -2.0, 2.0),
            y: Axis::from_to("w2", -1.0, 3.0),
            is_square: true,
            field: Some(Field {
                columns: n,
                rows: n,
                values: values.clone(),
                kind: FieldKind::Height,
            }),
            paths: vec![path("A SGD", 0.5), path("B momentum", 0.9), path("C Adam", 1.0)],
            ..Plane::default()
        }),
    ));
    let values: Vec<f32> = (0..n)
        .flat_map(|r| {
            (0..n).map(move |c| {
                let (x, y) = (c as f32 / 79.0 * 4.0 - 2.0, 2.0 - r as f32 / 79.0 * 4.0);
                x * x + 3.0 * y * y
            })
        })
        .collect();
    out.push(Panel::new(
        "e2",
        "Bowl",
        "s",
        Figure::Plane(Plane {
            x: Axis::from_to("w1", -2.0, 2.0),
            y: Axis::from_to("w2", -2.0, 2.0),
            is_square: true,
            field: Some(Field { columns: n, rows: n, values, kind: FieldKind::Height }),
            ..Plane::default()
        }),
    ));
    let values: Vec<f32> = (0..n)
        .flat_map(|r| {
            (0..n).map(move |c| {
                let (x, y) = (c as f32 / 79.0 * 4.0 - 2.0, 2.0 - r as f32 / 79.0 * 4.0);
                (3.0 * (y - (2.0 * x).sin())).tanh()
            })
        })
        .collect();
    let moon = |k: usize, hollow: bool| Group {
        name: format!("class {}, {}", ["A", "B"][k], if hollow { "test" } else { "train" }),
        class: k as u8,
        is_hollow: hollow,
        points: (0..60)
            .map(|i| {
                let x = (i as f32 * 0.77 + k as f32 + if hollow { 0.3 } else { 0.0 }).sin() * 1.8;
                (
                    x,
                    (2.0 * x).sin()
                        + if k == 1 { 0.5 } else { -0.5 }
                        + 0.3 * (i as f32 * 3.1).sin(),
                )
            })
            .collect(),
        ..Group::default()
    };
    out.push(Panel::new(
        "f",
        "Decision map",
        "s",
        Figure::Plane(Plane {
            x: Axis::from_to("x", -2.0, 2.0),
            y: Axis::from_to("y", -2.0, 2.0),
            is_square: true,
            field: Some(Field { columns: n, rows: n, values, kind: FieldKind::Signed }),
            groups: vec![moon(0, false), moon(0, true), moon(1, false), moon(1, true)],
            ..Plane::default()
        }),
    ));
    let cloud = Group {
        name: "iris".into(),
        points: (0..120)
            .map(|i| {
                let t = (i as f32 * 1.3).sin() * 2.0;
                (t, 0.6 * t + 0.4 * (i as f32 * 2.9).sin())
            })
            .collect(),
        ..Group::default()
    };
    out.push(Panel::new(
        "g",
        "Directions",
        "s",
        Figure::Plane(Plane {
            x: Axis::new("sepal length"),
            y: Axis::new("sepal width"),
            is_square: true,
            groups: vec![cloud],
            arrows: vec![
                Arrow { name: "PC 1".into(), from: (0.0, 0.0), to: (1.7, 1.02), turns: None },
                Arrow {
                    name: "yours".into(),
                    from: (0.0, 0.0),
                    to: (1.2, -0.9),
                    turns: Some("angle".into()),
                },
            ],
            ..Plane::default()
        }),
    ));
    out.push(Panel::new(
        "h",
        "Confusion",
        "s",
        Figure::Heat(Heat {
            row_axis: "true".into(),
            column_axis: "predicted".into(),
            rows: (0..10).map(|i| i.to_string()).collect(),
            columns: (0..10).map(|i| i.to_string()).collect(),
            values: (0..100).map(|i| if i % 11 == 0 { 170.0 } else { (i % 7) as f32 }).collect(),
            is_signed: false,
        }),
    ));
    out.push(Panel::new(
        "h2",
        "Correlation",
        "s",
        Figure::Heat(Heat {
            row_axis: String::new(),
            column_axis: String::new(),
            rows: ["sepal length", "sepal width", "petal length", "petal width"]
                .map(String::from)
                .to_vec(),
            columns: ["sepal length", "sepal width", "petal length", "petal width"]
                .map(String::from)
                .to_vec(),
            values: vec![
                1.0, -0.12, 0.87, 0.82, -0.12, 1.0, -0.43, -0.37, 0.87, -0.43, 1.0, 0.96, 0.82,
                -0.37, 0.96, 1.0,
            ],
            is_signed: true,
        }),
    ));
    out.push(Panel::new(
        "h3",
        "Weights",
        "s",
        Figure::Heat(Heat {
            row_axis: "unit".into(),
            column_axis: "input".into(),
            rows: (0..40).map(|i| i.to_string()).collect(),
            columns: (0..64).map(|i| i.to_string()).collect(),
            values: (0..2560)
                .map(|i| ((i * 37 % 101) as f32 / 50.0 - 1.0) * ((i / 64) as f32 / 40.0))
                .collect(),
            is_signed: true,
        }),
    ));
    out.push(Panel::new(
        "i",
        "Weights histogram",
        "s",
        Figure::Bars(Bars {
            x: Axis::from_to("weight", -2.0, 2.0),
            y: Axis::new("weights"),
            names: vec![],
            groups: vec![
                BarGroup {
                    name: "A none".into(),
                    values: (0..24)
                        .map(|i| (200.0 * (-((i as f32 - 12.0) / 6.0).powi(2)).exp()).round())
                        .collect(),
                },
                BarGroup {
                    name: "B L1".into(),
                    values: (0..24)
                        .map(|i| (400.0 * (-((i as f32 - 12.0) / 2.0).powi(2)).exp()).round())
                        .collect(),
                },
            ],
        }),
    ));
    out.push(Panel::new(
        "i2",
        "Silhouette by k",
        "s",
        Figure::Bars(Bars {
            x: Axis::new("k"),
            y: Axis::new("silhouette"),
            names: (2..9).map(|i| i.to_string()).collect(),
            groups: vec![BarGroup {
                name: String::new(),
                values: vec![0.68, 0.55, 0.49, -0.1, 0.36, 0.34, 0.3],
            }],
        }),
    ));
    out.push(Panel::new(
        "i3",
        "Bytes",
        "s",
        Figure::Bars(Bars {
            x: Axis::new("variant"),
            y: Axis::new("bytes"),
            names: [
                "float32",
                "int8, per tensor",
                "int8, per channel",
                "int4, per channel",
                "pruned 80 %",
            ]
            .map(String::from)
            .to_vec(),
            groups: vec![
                BarGroup {
                    name: "stored".into(),
                    values: vec![40000.0, 10100.0, 10400.0, 5400.0, 12000.0],
                },
                BarGroup {
                    name: "gzip".into(),
                    values: vec![37000.0, 8100.0, 8400.0, 4400.0, 9000.0],
                },
            ],
        }),
    ));
    let kernel = |k: usize| Tile {
        name: format!("kernel {}", k + 1),
        columns: 5,
        values: (0..25)
            .map(|i| ((i * (k + 3)) as f32 * 0.7).sin() * (1.0 + k as f32 * 0.1))
            .collect(),
    };
    out.push(Panel::new(
        "j",
        "Kernels",
        "s",
        Figure::Tiles(Tiles { across: 8, is_signed: true, tiles: (0..8).map(kernel).collect() }),
    ));
    let map = |k: usize| Tile {
        name: format!("map {}", k + 1),
        columns: 24,
        values: (0..576)
            .map(|i| {
                let (x, y) = ((i % 24) as f32, (i / 24) as f32);
                ((x * 0.3 * (k + 1) as f32 * 0.3).sin() + (y * 0.2).cos()).max(0.0)
            })
            .collect(),
    };
    out.push(Panel::new(
        "j2",
        "Feature maps",
        "s",
        Figure::Tiles(Tiles { across: 4, is_signed: false, tiles: (0..6).map(map).collect() }),
    ));
    out.push(Panel::new("k", "Samples", "s", Figure::Text(Text { lines: vec![("step 0".into(), "qzkkjw xh aeou".into()), ("step 200".into(), "marian elisa jon the long one that goes on and on and on beyond the edge of a phone".into())] })));
    out.push(Panel::new(
        "l",
        "Layers",
        "s",
        Figure::Table(Table {
            columns: ["layer", "output", "parameters", "arithmetic"].map(String::from).to_vec(),
            rows: vec![
                ["conv 5 × 5, 8", "24 × 24 × 8", "208", "(28 − 5) / 1 + 1 = 24"]
                    .map(String::from)
                    .to_vec(),
                ["pool 2 × 2", "12 × 12 × 8", "0", "24 / 2 = 12"].map(String::from).to_vec(),
            ],
        }),
    ));
    let sizes = vec![2u16, 6, 4, 1];
    let weights: Vec<f32> = (0..51).map(|i| (i as f32 * 1.7).sin() * 1.6).collect();
    let maps = (0..10)
        .map(|k| {
            (0..400)
                .map(|i| {
                    let (x, y) = ((i % 20) as f32 / 10.0 - 1.0, 1.0 - (i / 20) as f32 / 10.0);
                    (3.0 * (x * (k as f32).cos() + y * (k as f32).sin())).tanh()
                })
                .collect()
        })
        .collect();
    out.push(Panel::new(
        "m",
        "Network",
        "s",
        Figure::Network(Network { sizes, weights, maps, map_side: 20 }),
    ));
    out.push(Panel::new(
        "m2",
        "Wide network",
        "s",
        Figure::Network(Network {
            sizes: vec![64, 128, 64, 10],
            weights: (0..(65 * 128 + 129 * 64 + 65 * 10))
                .map(|i| (i as f32 * 1.7).sin() * 0.3)
                .collect(),
            maps: vec![],
            map_side: 0,
        }),
    ));
    out
}

fn main() {
    let mut reading = 0;
    for (name, theme) in [("light", Theme::Light), ("dark", Theme::Dark)] {
        for width in [280.0, 460.0, 760.0] {
            let mut html = format!(
                "<meta charset=utf-8><style>@font-face{{font-family:'IBM Plex Sans';src:url(plex.woff2)}}body{{margin:8px;background:{};display:flex;flex-wrap:wrap;gap:8px;align-items:start}}</style>",
                if theme == Theme::Light { "#fcfbf8" } else { "#161513" }
            );
            for panel in panels() {
                let frame = figure::Frame { width, height: None, theme };
                let drawing = figure::lay(&panel.figure, &frame);
                let mut scene = drawing.scene.clone();
                if reading % 2 == 1
                    && let Some(it) =
                        drawing.read(&panel.figure, &frame, (width * 0.42, scene.size.1 * 0.4))
                {
                    scene.marks.extend(it.marks);
                }
                let inks = viz::scene::Inks::of(theme);
                html += &viz::svg::document(
                    &scene,
                    ((width + 16.0, scene.size.1 + 16.0), (8.0, 8.0)),
                    &inks,
                    (&panel.title, ""),
                );
            }
            reading += 1;
            std::fs::write(format!("/tmp/look/gal-{name}-{width}.html"), html).unwrap();
        }
    }
    for panel in panels() {
        std::fs::write(
            format!("/tmp/look/doc-{}.svg", panel.id),
            figure::document(&panel, (640.0, 360.0), Theme::Light),
        )
        .unwrap();
    }
}
