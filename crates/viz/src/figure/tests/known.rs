//! Figures whose drawing, reading and table are known beforehand.

use super::*;

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ").replace('\u{2212}', "-")
}

fn panel(figure: Figure) -> Panel {
    Panel::new("p", "Panel", "Says.", figure)
}

fn series(name: &str, style: Style, points: &[(f32, f32)]) -> Series {
    Series { name: name.into(), style, points: points.to_vec() }
}

fn texts<'a>(drawing: &'a Drawing) -> Vec<&'a Text> {
    let text = |mark: &'a Mark| match mark {
        Mark::Text(text) => Some(text),
        Mark::Shape(_) => None,
    };
    drawing.scene.marks.iter().filter_map(text).collect()
}

/// What is read after pressing keys, without the spaces and signs of good typesetting.
fn after(figure: &Figure, keys: &[&str]) -> String {
    let frame = frame(420.0);
    let drawing = lay(figure, &frame);
    let at = keys.iter().fold(None, |at, key| drawing.step(at, key));
    let reading = at.and_then(|at| drawing.read(figure, &frame, at));
    plain(&reading.map(|it| it.words).unwrap_or_default())
}

fn losses() -> Figure {
    let line = |name, factor: f32| {
        let points: Vec<(f32, f32)> =
            (0..5).map(|i| (i as f32 * 100.0, factor / (1.0 + i as f32))).collect();
        series(name, Style::Line, &points)
    };
    let bound = series("bound", Style::Dashed, &[(0.0, 0.1), (400.0, 0.1)]);
    Figure::Lines(Lines {
        x: Axis::new("step"),
        y: Axis::new("loss"),
        series: vec![line("train", 1.0), line("test", 2.0), bound],
    })
}

#[test]
fn keys_read_lines_place_by_place() {
    assert_eq!(after(&losses(), &["End"]), "step 400, train 0.2, test 0.4, bound 0.1");
    assert_eq!(after(&losses(), &["Home", "ArrowRight"]), "step 100, train 0.5, test 1");
    assert_eq!(
        after(&losses(), &["ArrowRight", "ArrowLeft"]),
        "step 0, train 1, test 2, bound 0.1"
    );
}

#[test]
fn names_stand_at_ends_where_they_fit_and_apart() {
    let drawing = lay(&losses(), &frame(420.0));
    let ys: Vec<f64> = texts(&drawing)
        .iter()
        .filter(|it| ["train", "test", "bound"].contains(&it.words.as_str()))
        .map(|it| it.at.1)
        .collect();
    assert_eq!(ys.len(), 3);
    for (index, a) in ys.iter().enumerate() {
        assert!(ys[..index].iter().all(|b| (a - b).abs() >= 14.0 - 1e-6), "{ys:?}");
    }
    // A name that would take half of the drawing goes above it.
    let long = "test loss of the larger network";
    let lines =
        Lines { series: vec![series(long, Style::Line, &[(0.0, 1.0)])], ..Lines::default() };
    let drawing = lay(&Figure::Lines(lines), &frame(280.0));
    let name = texts(&drawing).into_iter().find(|it| it.words == long).map(|it| it.at.1);
    assert_eq!(name, Some(12.0));
}

#[test]
fn thin_lines_are_read_together() {
    let thin = (0..3).map(|i| series("", Style::Faint, &[(1.0, i as f32)]));
    let figure = Figure::Lines(Lines { series: thin.collect(), ..Lines::default() });
    assert_eq!(after(&figure, &["Home"]), "x 1, 3 thin lines 0 to 2");
}

#[test]
fn a_plane_keeps_its_shape_and_reads_fields_and_points() {
    let field =
        Field { columns: 2, rows: 2, values: vec![0.0, 1.0, 0.0, 1.0], kind: FieldKind::Regions };
    let group = |name: &str, class, points: &[(f32, f32)]| Group {
        name: name.into(),
        class,
        points: points.to_vec(),
        ..Group::default()
    };
    let plane = Plane {
        x: Axis::from_to("x", 0.0, 2.0),
        y: Axis::from_to("y", 0.0, 1.0),
        is_square: true,
        field: Some(field),
        groups: vec![group("left", 0, &[(0.2, 0.5)]), group("right", 1, &[(1.9, 0.9)])],
        ..Plane::default()
    };
    let figure = Figure::Plane(plane);
    let drawing = lay(&figure, &frame(420.0));
    let [.., width, height] = drawing.scene.rasters[0].area;
    assert!((width - 2.0 * height).abs() < 1e-6, "{width} by {height}");
    assert_eq!(after(&figure, &["Home"]), "0, 0.5: region of left");
    assert_eq!(after(&figure, &["End"]), "2, 0.5: region of right");
    let keys = ["ArrowLeft"; 8];
    assert_eq!(after(&figure, &keys), "left 0.2, 0.5: region of left");
}

#[test]
fn an_arrow_is_turned_to_where_it_is_dragged() {
    let arrow =
        Arrow { from: (0.0, 0.0), to: (1.0, 1.0), turns: Some("angle".into()), ..Arrow::default() };
    let range = |name| Axis::from_to(name, -2.0, 2.0);
    let plane = Plane { x: range("x"), y: range("y"), arrows: vec![arrow], ..Plane::default() };
    let drawing = lay(&Figure::Plane(plane), &frame(420.0));
    let [handle] = drawing.handles.as_slice() else { panic!("one handle") };
    assert_eq!((handle.control.as_str(), handle.degrees.round()), ("angle", 45.0));
    let Places::Plane(layout) = &drawing.places else { panic!("a plane") };
    let above = layout.step(None, "ArrowUp").expect("a place");
    assert_eq!(drawing.turned(handle, above).map(f64::round), Some(90.0));
}

#[test]
fn bars_are_named_by_their_range_or_their_name() {
    let group =
        |name: &str, values: &[f32]| BarGroup { name: name.into(), values: values.to_vec() };
    let histogram = Figure::Bars(Bars {
        x: Axis::from_to("weight", -1.0, 1.0),
        groups: vec![group("", &[3.0, 5.0, 0.0, 1.0])],
        ..Bars::default()
    });
    assert_eq!(after(&histogram, &["Home", "ArrowRight"]), "-0.5 to 0, 5");
    let named = Figure::Bars(Bars {
        names: vec!["float32, as trained".into(), "int8, one scale a channel".into()],
        groups: vec![group("bytes", &[4000.0, 1000.0]), group("error", &[0.0, -0.25])],
        ..Bars::default()
    });
    assert_eq!(after(&named, &["End"]), "int8, one scale a channel, bytes 1 000, error -0.25");
    let rows = table(&panel(named)).rows;
    assert_eq!(rows[1], ["int8, one scale a channel", "1000", "-0.25"]);
}

#[test]
fn stacked_bars_stand_on_each_other_and_name_some_of_many() {
    let group = |name: &str, value| BarGroup { name: name.into(), values: vec![value; 84] };
    let bars = Bars {
        names: (0..84).map(|day| format!("Tue {day} Nov")).collect(),
        groups: vec![group("again", 1.0), group("good", 3.0)],
        is_stacked: true,
        ..Bars::default()
    };
    let figure = Figure::Bars(bars);
    assert_eq!(after(&figure, &["End"]), "Tue 83 Nov, again 1, good 3");
    let drawing = lay(&figure, &frame(420.0));
    let shapes: Vec<Vec<f64>> = drawing.scene.marks.iter().filter_map(corners).collect();
    let ys = |shape: &[f64]| {
        let ys: Vec<f64> = shape.iter().copied().skip(1).step_by(2).collect();
        (ys.iter().copied().fold(f64::MAX, f64::min), ys.iter().copied().fold(0.0, f64::max))
    };
    // Two of them are samples in the legend; the others are the groups.
    let tall: Vec<(f64, f64)> =
        shapes.iter().map(|it| ys(it)).filter(|it| it.1 - it.0 > 20.0).collect();
    let [again, good] = tall.as_slice() else { panic!("{tall:?}") };
    assert!((good.1 - again.0).abs() < 0.2, "{again:?} below {good:?}");
    assert!(((good.1 - good.0) / (again.1 - again.0) - 3.0).abs() < 0.05);
    let names = drawing
        .scene
        .marks
        .iter()
        .filter(|mark| matches!(mark, Mark::Text(it) if it.words.ends_with("Nov")));
    assert!((3..9).contains(&names.count()));
}

/// Corners of what is filled, as x, y.
fn corners(mark: &Mark) -> Option<Vec<f64>> {
    let Mark::Shape(shape) = mark else { return None };
    shape.fill?;
    let numbers = shape.data.split(['M', 'L', 'H', 'V', 'Z', ' ']);
    Some(numbers.filter_map(|it| it.parse().ok()).collect())
}

#[test]
fn negative_bars_hang_below_the_line() {
    let bars = Bars {
        names: vec!["a".into(), "b".into()],
        groups: vec![BarGroup { name: "v".into(), values: vec![1.0, -1.0] }],
        ..Bars::default()
    };
    let drawing = lay(&Figure::Bars(bars), &frame(420.0));
    let filled = drawing.scene.marks.iter().find_map(|mark| match mark {
        Mark::Shape(shape) if shape.fill.is_some() => Some(shape.data.clone()),
        _ => None,
    });
    let numbers: Vec<f64> = filled
        .expect("bars")
        .split(['M', 'L', 'Z', ' '])
        .filter_map(|it| it.parse().ok())
        .collect();
    // Corners as x, y: the first bar ends where the second begins.
    assert!(
        numbers[1] < numbers[5]
            && (numbers[5] - numbers[9]).abs() < 0.2
            && numbers[13] > numbers[9]
    );
}

#[test]
fn cells_show_numbers_while_they_fit() {
    let heat = |side: usize| {
        let names: Vec<String> = (0..side).map(|it| it.to_string()).collect();
        let values = (0..side * side).map(|it| it as f32).collect();
        Figure::Heat(Heat { rows: names.clone(), columns: names, values, ..Heat::default() })
    };
    let holds = |figure: &Figure, words: &str| {
        texts(&lay(figure, &frame(420.0))).iter().any(|it| plain(&it.words) == words)
    };
    assert!(holds(&heat(5), "24") && !holds(&heat(40), "1 599"));
    assert_eq!(after(&heat(5), &["Home", "ArrowDown", "End"]), "1; 4; 9");
    let names = |drawing: Drawing| texts(&drawing).len();
    assert!(names(lay(&heat(40), &frame(280.0))) < 60, "not a name for each of 40 columns");
}

#[test]
fn keys_go_from_tile_to_tile() {
    let tile =
        |name: &str| Tile { name: name.into(), columns: 2, values: vec![1.0, 2.0, 3.0, 4.0] };
    let tiles = Tiles { across: 2, is_signed: false, tiles: vec![tile("a"), tile("b"), tile("c")] };
    let figure = Figure::Tiles(tiles);
    assert_eq!(after(&figure, &["Home"]), "a; row 1, column 1; 1");
    assert_eq!(after(&figure, &["Home", "End", "ArrowRight"]), "b; row 1, column 1; 1");
    assert_eq!(after(&figure, &["Home", "ArrowDown", "ArrowDown"]), "c; row 1, column 1; 1");
    assert_eq!(table(&panel(figure)).rows[3], ["b", "2", "3", "4"]);
}

#[test]
fn a_network_is_read_unit_by_unit() {
    let net = Network { sizes: vec![2, 1], weights: vec![0.5, -2.0, 0.25], ..Network::default() };
    let figure = Figure::Network(net);
    let words = "Output; from input y: -2.00; from input x: 0.50; bias 0.25";
    assert_eq!(after(&figure, &["Home", "ArrowRight"]), words);
    let rows = table(&panel(figure)).rows;
    assert_eq!(
        rows,
        [["input x", "output", "0.5"], ["input y", "output", "-2"], ["bias", "output", "0.25"]]
    );
}

#[test]
fn lanes_become_one_panel() {
    let (a, b) = (panel(losses()), panel(losses()));
    let both = merged(&[("A".into(), &a), ("B".into(), &b)]);
    let Figure::Lines(lines) = &both.figure else { panic!("lines") };
    let names: Vec<&str> = lines.series.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["A train", "A test", "bound", "B train", "B test"]);
    assert_eq!(both.says, "A: Says. B: Says.");
    let path = |end: f32| {
        let points = vec![(0.0, 0.0), (end, end)];
        let data = Group { name: "data".into(), points: vec![(1.0, 1.0)], ..Group::default() };
        let paths = vec![Path { name: String::new(), points }];
        panel(Figure::Plane(Plane { groups: vec![data], paths, ..Plane::default() }))
    };
    let (a, b) = (path(1.0), path(2.0));
    let both = merged(&[("A".into(), &a), ("B".into(), &b)]);
    let Figure::Plane(plane) = &both.figure else { panic!("a plane") };
    assert_eq!(plane.groups.len(), 1);
    assert_eq!((plane.paths[0].name.as_str(), plane.paths[1].name.as_str()), ("A", "B"));
    assert_eq!(merged(&[(String::new(), &a)]), a);
}

#[test]
fn tables_hold_every_number_exactly() {
    let shared = Lines {
        series: vec![
            series("a", Style::Line, &[(0.0, 0.1), (1.0, 1e-9)]),
            series("b", Style::Line, &[(0.0, 2.0), (1.0, 3.0)]),
        ],
        ..Lines::default()
    };
    let rows = table(&panel(Figure::Lines(shared)));
    assert_eq!(
        (rows.headings, rows.rows[1].clone()),
        (vec!["x".into(), "a".into(), "b".into()], vec!["1".to_owned(), "1e-9".into(), "3".into()])
    );
    let apart = Lines {
        series: vec![
            series("a", Style::Line, &[(0.0, 0.1)]),
            series("b", Style::Line, &[(0.5, 2.0)]),
        ],
        ..Lines::default()
    };
    assert_eq!(table(&panel(Figure::Lines(apart))).rows[1], ["b", "0.5", "2"]);
    let field = Field { columns: 2, rows: 1, values: vec![-1.0, 1.0], kind: FieldKind::Signed };
    let plane = Plane {
        x: Axis::from_to("x", 0.0, 1.0),
        y: Axis::from_to("y", 0.0, 1.0),
        field: Some(field),
        ..Plane::default()
    };
    let plane = panel(Figure::Plane(plane));
    assert_eq!(table(&plane).rows[1], ["field", "", "0.75", "0.5", "1"]);
}

#[test]
fn a_page_shows_some_rows_of_a_field() {
    let field = Field { columns: 30, rows: 30, values: vec![0.5; 900], kind: FieldKind::Signed };
    let range = |name| Axis::from_to(name, 0.0, 1.0);
    let plane = Plane { x: range("x"), y: range("y"), field: Some(field), ..Plane::default() };
    let plane = panel(Figure::Plane(plane));
    assert_eq!(table(&plane).rows.len(), 900);
    assert!((20..=40).contains(&preview(&plane, 40).rows.len()));
}
