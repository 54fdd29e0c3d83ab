//! Laws of diagrams: what is done can be taken back, what is printed is read back, whatever is read
//! keeps the rules, and a picture is well formed whatever its labels say.

use proptest::prelude::*;

use super::*;

fn action() -> impl Strategy<Value = Action> {
    let (id, place) = (1_u32..8, (-3..130_i32, -3..130_i32));
    prop_oneof![
        3 => place.clone().prop_map(Action::Add),
        2 => (id.clone(), place).prop_map(|(id, to)| Action::Move(id, to)),
        2 => (id.clone(), ".{0,70}").prop_map(|(id, text)| Action::Rename(id, text)),
        1 => id.clone().prop_map(Action::Delete),
        3 => (id.clone(), id.clone()).prop_map(|(from, to)| Action::Connect(from, to)),
        1 => (id.clone(), id.clone(), ".{0,50}").prop_map(|(a, b, text)| Action::Say(a, b, text)),
        1 => (id.clone(), id).prop_map(|(from, to)| Action::Disconnect(from, to)),
        1 => Just(Action::Start),
    ]
}

fn drawn() -> impl Strategy<Value = Diagram> {
    prop::collection::vec(action(), 0..40).prop_map(|actions| {
        let mut history = History::default();
        for it in &actions {
            history.act(it);
        }
        history.now().clone()
    })
}

fn keeps_the_rules(diagram: &Diagram) {
    let mut ids: Vec<u32> = diagram.boxes.iter().map(|it| it.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), diagram.boxes.len(), "an id is used twice");
    assert!(diagram.boxes.len() <= MOST_BOXES && diagram.arrows.len() <= MOST_ARROWS);
    for node in &diagram.boxes {
        assert!(node.label.chars().count() <= LONGEST_LABEL && !node.label.contains('\n'));
        assert!((0..=FARTHEST).contains(&node.x) && (0..=FARTHEST).contains(&node.y));
    }
    for (place, it) in diagram.arrows.iter().enumerate() {
        assert!(ids.contains(&it.from) && ids.contains(&it.to) && it.from != it.to);
        let again =
            diagram.arrows[..place].iter().any(|other| (other.from, other.to) == (it.from, it.to));
        assert!(!again, "an arrow is there twice");
    }
}

/// Every tag is closed in turn, and no bare `&` or `<` stands between.
fn is_well_formed(svg: &str) -> bool {
    let mut open = Vec::new();
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        let Some(end) = rest[start..].find('>') else { return false };
        let tag = &rest[start + 1..start + end];
        if !tag.matches('"').count().is_multiple_of(2) || tag.contains('<') {
            return false;
        }
        match tag.strip_prefix('/') {
            Some(name) if open.pop() != Some(name) => return false,
            Some(_) => {}
            None if tag.ends_with('/') => {}
            None => open.push(tag.split(' ').next().unwrap_or_default()),
        }
        rest = &rest[start + end + 1..];
    }
    let entities = ["&amp;", "&lt;", "&gt;", "&quot;"];
    let mut ampersands = svg.match_indices('&').map(|(at, _)| &svg[at..]);
    open.is_empty() && ampersands.all(|it| entities.iter().any(|entity| it.starts_with(entity)))
}

proptest! {
    #[test]
    fn what_is_done_can_be_taken_back(actions in prop::collection::vec(action(), 1..60)) {
        let mut history = History::default();
        let mut seen = vec![history.now().clone()];
        for it in &actions {
            let before = history.clone();
            if history.act(it) {
                keeps_the_rules(history.now());
                let after = history.now().clone();
                let mut back = history.clone();
                back.undo();
                // Letters typed in one go are one step.
                prop_assert!(back.now() == before.now() || matches!(it, Action::Rename(..) | Action::Say(..)));
                back.redo();
                prop_assert_eq!(back.now(), &after);
                seen.push(after);
            } else {
                prop_assert_eq!(&history, &before);
            }
        }
        while history.can_undo() {
            history.undo();
            prop_assert!(seen.contains(history.now()));
        }
        prop_assert_eq!(history.now(), &Diagram::default());
    }

    #[test]
    fn what_is_printed_is_read_back(diagram in drawn()) {
        prop_assert_eq!(parse(&diagram.print()), diagram);
    }

    #[test]
    fn anything_is_read(text in ".{0,200}", cut in 0_usize..400, diagram in drawn()) {
        keeps_the_rules(&parse(&text));
        let print = diagram.print();
        let half: String = print.chars().take(cut).collect();
        keeps_the_rules(&parse(&half));
    }

    #[test]
    fn a_picture_is_well_formed(diagram in drawn(), title in ".{0,40}") {
        let svg = to_svg(&diagram, &title);
        prop_assert!(is_well_formed(&svg), "{}", svg);
    }

    #[test]
    fn an_arrow_runs_from_border_to_border(diagram in drawn()) {
        for arrow in &diagram.arrows {
            let Some(way) = route(&diagram, arrow) else { continue };
            for (id, (x, y)) in [(arrow.from, way.from), (arrow.to, way.head[0])] {
                let (left, top, width, height) = diagram.node(id).unwrap().area();
                let (right, low) = (f64::from(left + width), f64::from(top + height));
                let on = |at: f64, a: f64, b: f64| (at - a).abs() < 1e-6 || (at - b).abs() < 1e-6;
                prop_assert!(on(x, left.into(), right) || on(y, top.into(), low));
                prop_assert!(x >= f64::from(left) - 1e-6 && x <= right + 1e-6);
            }
        }
    }

    #[test]
    fn a_new_box_covers_none(diagram in drawn(), beside in 1_u32..8) {
        if let Some(id) = diagram.free_id() {
            let at = diagram.free_place(Some(beside));
            let after = diagram.after(&Action::Add(at)).unwrap();
            let new = after.node(id).unwrap().area();
            prop_assert!(diagram.boxes.iter().all(|it| !overlap(it.area(), new)));
        }
    }
}

#[test]
fn hostile_records_lose_what_does_not_fit() {
    let text = r#"{"boxes":[
        {"id":1,"label":"<script>alert(1)</script>","x":0,"y":0},
        {"id":1,"label":"twice","x":1,"y":1},
        {"id":0,"label":"no id","x":1,"y":1},
        {"id":"2","label":"no number","x":1,"y":1},
        {"id":3,"label":"far away","x":1e9,"y":-5},
        {"id":4,"label":"far away","x":999999999999,"y":-5},
        {"id":5,"label":"two\nlines","x":0,"y":9}, 7, null],
        "arrows":[{"from":1,"to":1,"label":""},{"from":1,"to":9,"label":""},
        {"from":1,"to":4},{"from":1,"to":4,"label":"again"},{"from":5,"to":1,"label":7}]}"#;
    let diagram = parse(text);
    keeps_the_rules(&diagram);
    assert_eq!(diagram.boxes.iter().map(|it| it.id).collect::<Vec<_>>(), [1, 4, 5]);
    assert_eq!((diagram.boxes[1].x, diagram.boxes[1].y), (FARTHEST, 0));
    assert_eq!(diagram.boxes[2].label, "two lines");
    assert_eq!(diagram.arrows.len(), 2);
    let svg = to_svg(&diagram, "\"&<");
    assert!(is_well_formed(&svg) && !svg.contains("<script"));
    let many: Vec<String> =
        (1..500).map(|id| format!(r#"{{"id":{id},"label":"","x":0,"y":0}}"#)).collect();
    let crowded = parse(&format!(r#"{{"boxes":[{}]}}"#, many.join(",")));
    assert_eq!(crowded.boxes.len(), MOST_BOXES);
    assert_eq!(crowded.after(&Action::Add((0, 0))), None);
}

#[test]
fn typing_a_name_is_one_step() {
    let mut history = History::default();
    history.act(&Action::Add((0, 0)));
    for typed in ["M", "Mi", "Mic"] {
        history.act(&Action::Rename(1, typed.into()));
    }
    assert_eq!(history.now().boxes[0].label, "Mic");
    history.undo();
    assert_eq!(history.now().boxes[0].label, "");
    history.redo();
    assert_eq!(history.now().boxes[0].label, "Mic");
}

#[test]
fn a_diagram_is_said_in_words() {
    let mut history = History::default();
    assert_eq!(said(history.now()), "Nothing is drawn yet.");
    for x in [0, 12, 24] {
        history.act(&Action::Add((x, 0)));
    }
    history.act(&Action::Rename(1, "Microphone".into()));
    history.act(&Action::Connect(1, 2));
    history.act(&Action::Say(1, 2, "16 kHz".into()));
    let words = "3 boxes, 1 arrow. Microphone → Box 2 (16 kHz). Without arrows: Box 3.";
    assert_eq!(said(history.now()), words);
    assert_eq!(table(history.now())[0], ["Microphone", "16 kHz", "Box 2"]);
    assert_eq!(table(history.now())[1], ["Box 3", "", ""]);
}

#[test]
fn the_usual_parts_close_a_loop() {
    let start = Diagram::default().after(&Action::Start).unwrap();
    keeps_the_rules(&start);
    assert!(said(&start).contains("Monitoring → Data (retrain)"));
    assert_eq!(start.after(&Action::Start), None);
    assert!(start.arrows.iter().all(|it| route(&start, it).is_some()));
}

#[test]
fn long_labels_are_broken_into_lines() {
    let lines = wrapped("Log-mel features, 40 bands every 10 ms");
    assert!(lines.len() >= 2 && lines.iter().all(|it| lines::width(it) <= f64::from(WIDTH)));
    assert_eq!(wrapped(&"x".repeat(60)).concat(), "x".repeat(60));
    let node = Node { id: 1, label: "W".repeat(60), x: 0, y: 0 };
    let (_, top, _, height) = node.area();
    assert!(node.lines().iter().all(|(_, (_, y))| *y > top && *y < top + height));
}
