//! The matrix view: values, mask, focus, words and layout.

use super::*;
use proptest::prelude::*;

fn words(text: &str) -> Vec<String> {
    text.chars().map(String::from).collect()
}

fn abc() -> Matrix {
    let values = [1.0, 0.0, 0.0, 0.25, 0.75, 0.0, 0.1, 0.2, 0.7];
    Matrix::causal(&words("abc"), &values, Domain::FromZero).expect("nine values")
}

#[test]
fn the_size_must_fit() {
    assert!(Matrix::causal(&words("ab"), &[1.0], Domain::FromZero).is_none());
}

#[test]
fn masked_cells_have_no_value() {
    let matrix = abc();
    assert_eq!(matrix.value((1, 1)), Some(0.75));
    assert_eq!(matrix.value((0, 1)), None);
    assert_eq!(matrix.value((0, 9)), None);
    assert_eq!(matrix.cell_words((0, 2)), "query a (place 1), key c (place 3): masked");
    assert_eq!(matrix.cell_words((1, 0)), "query b (place 2), key a (place 1): 0.25");
}

#[test]
fn the_legend_has_the_range_of_the_data() {
    assert_eq!(abc().range(), (0.0, 1.0));
    let signed = Matrix { domain: Domain::Signed, ..abc() };
    assert_eq!(signed.range(), (-1.0, 1.0));
    let kept = Matrix { domain: Domain::SignedTo(2.0), ..abc() };
    assert_eq!(kept.range(), (-2.0, 2.0));
    let masked_only = Matrix { masked: vec![true; 9], ..abc() };
    assert_eq!(masked_only.range(), (0.0, 0.0));
}

#[test]
fn a_sentence_names_the_largest_and_the_rows() {
    assert_eq!(
        abc().sentence("Attention"),
        "Attention: 3 queries by 3 keys, 3 cells masked. Largest: query a (place 1), key a (place \
         1): 1. Strongest key of the last 3 queries: a to a, b to b, c to c."
    );
}

#[test]
fn the_table_holds_every_cell() {
    let table = abc().table("Attention");
    assert_eq!(table.headings, ["query \\ key", "a", "b", "c"]);
    assert_eq!(table.rows[1], ["b", "0.250", "0.750", "masked"]);
}

#[test]
fn values_are_written_where_they_fit() {
    let wide = layout(&abc(), 520.0, Theme::Light);
    assert_eq!(wide.cell_at((1, 1)).and_then(|cell| cell.text.clone()), Some(".75".into()));
    assert_eq!(wide.cell_at((0, 1)).map(|cell| cell.fill), Some(None));
    let narrow = layout(&abc(), 80.0, Theme::Light);
    assert!(narrow.cells.iter().all(|cell| cell.text.is_none()));
}

#[test]
fn of_signed_values_the_largest_in_size_is_the_strongest() {
    let rows = [words("a"), words("12")];
    let mut matrix =
        Matrix::new(("token", &rows[0]), ("unit", &rows[1]), &[0.5, -2.0], Domain::Signed)
            .expect("two values");
    matrix.has_column_places = false;
    assert_eq!(matrix.strongest(0), Some(1));
    assert!(matrix.sentence("Stream").contains("Largest: token a (place 1), unit 2: −2."));
    assert_eq!(Matrix { domain: Domain::FromZero, ..matrix }.strongest(0), Some(0));
}

#[test]
fn cells_grow_only_as_far_as_wanted() {
    assert_eq!(layout_up_to(&abc(), 520.0, 28.0, Theme::Light).cell, 28.0);
    assert_eq!(layout(&abc(), 520.0, Theme::Light).cell, WIDEST);
}

#[test]
fn keys_have_steps() {
    assert_eq!(Step::from_key("Home", true), Some(Step::First));
    assert_eq!(Step::from_key("Home", false), Some(Step::RowStart));
    assert_eq!(Step::from_key("x", false), None);
}

proptest! {
    #[test]
    fn the_focus_stays_inside(row in 0usize..5, column in 0usize..5, step in 0usize..8) {
        let steps = [Step::Up, Step::Down, Step::Left, Step::Right, Step::RowStart, Step::RowEnd,
            Step::First, Step::Last];
        let (row, column) = abc().step((row, column), steps[step]);
        prop_assert!(row < 3 && column < 3);
    }

    #[test]
    fn a_cell_is_found_where_it_is_drawn(row in 0usize..3, column in 0usize..3, width in 100f64..900.0) {
        let layout = layout(&abc(), width, Theme::Dark);
        let cell = layout.cell_at((row, column)).expect("inside");
        let middle = (cell.x + layout.cell / 2.0, cell.y + layout.cell / 2.0);
        prop_assert_eq!(layout.place_at(middle.0, middle.1), Some((row, column)));
    }
}
