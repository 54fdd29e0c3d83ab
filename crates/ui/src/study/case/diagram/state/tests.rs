//! The editor by its happenings: drawn by keys, dragged by fingers, taken back.

use super::*;

fn board(happenings: Vec<Happening>) -> Board {
    let mut board = Board::default();
    happenings.into_iter().for_each(|it| board.take(it));
    board
}

fn name(id: u32, name: &str) -> Happening {
    Happening::Edit(Action::Rename(id, name.into()))
}

#[test]
fn boxes_are_added_named_and_joined() {
    let board = board(vec![
        Happening::Add,
        name(1, "Microphone"),
        Happening::Add,
        name(2, "Detector"),
        Happening::Aim(1),
        Happening::AimOn(1, 1),
        Happening::Hit(2),
    ]);
    assert_eq!(board.said, "An arrow from Microphone to Detector.");
    assert_eq!(board.arrow_from, None);
    assert!(board.history.now().arrow(1, 2).is_some());
    assert!(matches!(board.focus, Some((Target::Box(1), _))));
    assert_eq!(board.edits, 5);
}

#[test]
fn an_arrow_needs_another_box() {
    let mut board = board(vec![Happening::Add, Happening::Aim(1)]);
    assert!(board.said.contains("second box"), "{}", board.said);
    board.take(Happening::Add);
    board.take(Happening::Aim(1));
    board.take(Happening::Hit(1));
    assert_eq!(board.arrow_from, Some(1));
    board.take(Happening::Grab(2, (0, 0)));
    assert_eq!((board.arrow_from, board.drag), (None, None));
    board.take(Happening::Aim(1));
    board.take(Happening::Hit(2));
    assert!(board.said.contains("already"), "{}", board.said);
}

#[test]
fn a_drag_is_one_step_and_snaps() {
    let start = vec![Happening::Add, Happening::Grab(1, (100, 100))];
    let mut board = board(start);
    for x in 100..=151 {
        board.take(Happening::Drag((x, 111)));
    }
    assert_eq!(board.history.now().boxes[0].x, 0);
    assert_eq!(board.shown().boxes[0].x, 3);
    board.take(Happening::Drop(true));
    assert_eq!((board.history.now().boxes[0].x, board.history.now().boxes[0].y), (3, 1));
    board.take(Happening::Undo);
    assert_eq!(board.history.now().boxes[0].x, 0);
    board.take(Happening::Grab(1, (0, 0)));
    board.take(Happening::Drag((400, 0)));
    board.take(Happening::Drop(false));
    assert_eq!(board.shown().boxes[0].x, 0);
}

#[test]
fn what_is_gone_is_not_chosen() {
    let mut board = board(vec![Happening::Add, Happening::Undo]);
    assert_eq!((board.chosen, board.history.now().boxes.len()), (None, 0));
    assert!(matches!(board.focus, Some((Target::Add, _))));
    board.take(Happening::Redo);
    board.take(Happening::Reach(1));
    board.take(Happening::Edit(Action::Delete(1)));
    assert_eq!(board.chosen, None);
    assert!(board.said.contains("Undo"));
}
