//! Design cases: what becomes of a good folder, and what is told about each slip.

mod shelf;

use content::{Calculator, CasePart, Domain};
use shelf::{BRIEF, CASE, PARTS, RUBRIC, parts, read, rubric, words};

#[test]
fn a_folder_becomes_a_case() {
    let library = read(&[]).unwrap();
    let case = &library.cases[0];
    assert_eq!((case.slug.as_str(), case.domain), ("wake", Domain::Audio));
    assert_eq!(case.parts.iter().map(|it| it.part).collect::<Vec<_>>(), CasePart::ALL);
    let data = &case.parts[1];
    assert_eq!(data.prompts_html, ["One?", "Two,\nand <code>three</code>?", "Four?"]);
    assert_eq!(data.fails_html, ["It fails."]);
    assert_eq!(data.answer_html, format!("<p>{}</p>\n", words(120)));
    assert_eq!(case.rubric.len(), 12);
    assert_eq!(case.rubric[1].part, Some(CasePart::Data));
    assert_eq!(case.see[0].title, "Double");
    let [energy, drift] = case.calculators.as_slice() else { panic!("{:?}", case.calculators) };
    assert_eq!(energy.name, Calculator::DutyCycleEnergy);
    let values: Vec<f64> = energy.inputs.iter().map(|it| it.values[0]).collect();
    assert_eq!(values, [15.0, 1.0, 400.0, 800.0, 0.0]);
    assert_eq!(drift.inputs[5].field, "actual");
    assert_eq!(drift.inputs[5].values, [0.25, 0.75]);
}

fn good() -> String {
    shelf::case_toml().to_owned()
}

#[test]
fn calculators_are_checked() {
    let check = |from: &str, to: &str, problems: &[&str]| {
        shelf::check(CASE, &good(), (from, to), problems);
    };
    let fields = "battery_watt_hours, always_on_milliwatts, second_stage_milliwatts, \
                  second_stage_milliseconds, wakes_per_hour";
    check(
        "battery_watt_hours",
        "battery_hours",
        &[
            "13: inputs: battery_watt_hours is missing",
            &format!("13: inputs: unknown field battery_hours; there are {fields}"),
        ],
    );
    check("15.0", "-15.0", &["13: inputs: battery_watt_hours must be a number above 0"]);
    check("15.0", "\"15\"", &["13: inputs: battery_watt_hours must be a number above 0"]);
    check("0.05", "5", &["18: inputs: alpha must be a share from 0 to 1"]);
    check(
        "bins = 2",
        "bins = 3",
        &[
            "18: inputs: actual has 2 shares, and bins is 3",
            "18: inputs: expected has 2 shares, and bins is 3",
        ],
    );
    check("[0.5, 0.5]", "[0.5, 0.6]", &["18: inputs: expected must add up to 1"]);
    check(
        "\"When does it show?\"",
        "\" \"",
        &[
            "17: must be one paragraph: no list, no blank line",
            "17: why is empty: ask what it answers here",
        ],
    );
    let energy =
        &good()[good().find("[[calculator]]").unwrap()..good().rfind("[[calculator]]").unwrap()];
    check(energy, "", &["10: [[calculator]]: 1 of them: give 2 to 4"]);
    check(energy, &energy.repeat(2), &["16: this calculator stands there twice"]);
    let told = read(&[(CASE, &good().replace("\"drift\"", "\"shift\""))]).unwrap_err();
    assert!(told.contains("case.toml:16: unknown variant `shift`"), "{told}");
}

#[test]
fn parts_are_all_nine_and_whole() {
    let check = |from: &str, to: &str, problems: &[&str]| {
        shelf::check(PARTS, &parts(), (from, to), problems);
    };
    let listed =
        "Requirements, Data, Features, Model, Training, Evaluation, Serving, Monitoring, Limits";
    check(
        "## Data",
        "## Dates",
        &[
            &format!("1: has no heading \"Data\": the headings are {listed}"),
            &format!("16: has no place for a heading \"Dates\": they are {listed}"),
        ],
    );
    let data =
        parts()[parts().find("## Data").unwrap()..parts().find("## Features").unwrap()].to_owned();
    let told = |line: usize, what: &str| vec![format!("{line}: {what}")];
    let cases = [
        ("* One?\n", "", told(16, "2 prompts under \"Data\": write 3 to 5")),
        (
            "* One?\n",
            "* One?\n* A?\n* B?\n* C?\n",
            told(16, "6 prompts under \"Data\": write 3 to 5"),
        ),
        (
            " word word word\n\n###",
            " word word\n\n###",
            told(23, "this model answer has 119 words: write 120 to 250"),
        ),
        (
            "* It fails.\n",
            "It fails.\n",
            vec![
                "27: no failure mode: write `* ` and how it would show".to_owned(),
                "29: is outside the list: start an item with `* `, go on with two spaces"
                    .to_owned(),
            ],
        ),
        (
            "### Fails when",
            "### Breaks when",
            vec![
                "16: has no heading \"Fails when\": the headings are Model answer, Fails when"
                    .to_owned(),
                "27: has no place for a heading \"Breaks when\": they are Model answer, Fails when"
                    .to_owned(),
            ],
        ),
    ];
    for (from, to, problems) in cases {
        let problems: Vec<&str> = problems.iter().map(String::as_str).collect();
        check(&data, &data.replace(from, to), &problems);
    }
}

#[test]
fn rubrics_of_cases_name_parts() {
    let check = |from: &str, to: &str, problems: &[&str]| {
        shelf::check(RUBRIC, &rubric(), (from, to), problems);
    };
    check(
        "part = \"serving\"",
        "part = \"model\"",
        &["1: criteria for 6 of the nine parts: at least 7"],
    );
    check(
        "part = \"data\"\nlevel = \"junior\"",
        "level = \"junior\"",
        &["10: part is missing: say to which of the nine this belongs"],
    );
    let last = "[[criterion]]\npart = \"training\"\nlevel = \"senior\"\npoints = 2\ntext = \"Says 11.\"\n\n";
    check(last, "", &["1: [[criterion]]: 11 of them: write at least 12"]);
}

#[test]
fn briefs_have_a_length_and_folders_no_other_files() {
    let told = "1: the brief has 59 words: write 60 to 150";
    shelf::check(BRIEF, &words(60), (&words(60), &words(59)), &[told]);
    let told = read(&[("cases/wake/notes.md", "x"), (PARTS, "")]).unwrap_err();
    let no_part = "cases/wake/notes.md: is not part of a case: brief.md, case.toml, parts.md, rubric.toml are";
    assert!(told.contains(no_part), "{told}");
    assert!(told.contains("cases/wake/parts.md: cannot be read"), "{told}");
}
