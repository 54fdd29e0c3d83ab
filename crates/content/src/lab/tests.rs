//! Only values that a control can have are read, and each has its words.

use super::*;

#[test]
fn only_values_that_a_control_can_have_are_read() {
    let check = |kind: &ControlKind, text: &str, expect: Option<Value>| {
        assert_eq!(kind.read(text), expect, "{text}");
    };
    let rule =
        ControlKind::Choice { options: vec![("sgd".into(), "SGD".into())], default: "sgd".into() };
    check(&rule, "sgd", Some(Value::Word("sgd".into())));
    check(&rule, "<b>", None);
    let rate = ControlKind::Scale { values: vec![0.01, 0.1], default: 0.1, unit: "".into() };
    check(&rate, "0.03", Some(Value::Number(0.03)));
    check(&rate, "0.3", None);
    check(&rate, "NaN", None);
    check(&ControlKind::Seed { default: 7 }, "1.5", None);
    check(&ControlKind::Switch { default: true }, "1", Some(Value::Number(1.0)));
    let pad = ControlKind::Pad { side: 2, default: "0000".into() };
    check(&pad, "0aF9", Some(Value::Word("0aF9".into())));
    check(&pad, "0aFg", None);
    let layers = ControlKind::Layers { most: 2, widest: 8, default: String::new() };
    check(&layers, "8,4", Some(Value::Word("8,4".into())));
    check(&layers, "", Some(Value::Word(String::new())));
    ["9", "0", "4,", "4,4,4", "4;4", "-1"].iter().for_each(|text| check(&layers, text, None));
    let text = ControlKind::Text { default: String::new(), longest: 3 };
    check(&text, "äöü", Some(Value::Word("äöü".into())));
    check(&text, "four", None);
}

#[test]
fn values_have_words() {
    let rate = ControlKind::Scale { values: vec![0.1], default: 0.1, unit: " cm".into() };
    assert_eq!(rate.words(&Value::Number(0.1)), "0.1 cm");
    let layers = ControlKind::Layers { most: 6, widest: 8, default: String::new() };
    assert_eq!(layers.words(&Value::Word("8,4".into())), "8-4");
    assert_eq!(layers.words(&Value::Word(String::new())), "none");
    assert_eq!(ControlKind::Switch { default: true }.words(&Value::Number(0.0)), "off");
}
