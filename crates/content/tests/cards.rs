//! Cards: what becomes of a good one, and what is told about each slip, with its line.

mod shelf;

use content::card::Variable;
use content::{Answer, Kind};
use shelf::{CARD, card, read, words};

fn check(from: &str, to: &str, problems: &[&str]) {
    shelf::check(CARD, &card(), (from, to), problems);
}

#[test]
fn a_file_becomes_a_card() {
    let library = read(&[]).unwrap();
    let card = &library.cards[0];
    assert_eq!((card.slug.as_str(), card.question.as_str()), ("order", "Why positions?"));
    assert_eq!(card.say_html, format!("<p>{}</p>\n", words(60)));
    assert_eq!(card.show_html, "<p>First this.</p>\n");
    assert_eq!(card.steps.len(), 2);
    assert!(card.steps[0].heading_html.starts_with("What is <math"), "{:?}", card.steps[0]);
    assert!(card.steps[0].body_html.contains("<math display=\"block\""));
    assert!(card.steps[1].body_html.contains("## no heading"), "{:?}", card.steps[1]);
    assert!(card.weak[0].claim_html.contains("Because <math"), "{:?}", card.weak[0]);
    assert_eq!(card.weak[0].reason_html, "<p>It explains\nnothing.</p>\n");
    assert_eq!(card.follow_ups[1].question_html, "And without?");
    assert_eq!(card.sources_html.len(), 1);
    assert!(card.sources_html[0].contains("<em>Attention Is All You Need</em>"));
}

#[test]
fn what_is_linked_has_its_title() {
    let library = read(&[]).unwrap();
    let see: Vec<(&str, &str)> =
        library.cards[0].see.iter().map(|it| (it.path.as_str(), it.title.as_str())).collect();
    assert_eq!(
        see,
        [
            ("labs/line/", "A line"),
            (
                "attention/#positions=none&b.positions=learned",
                "A line: positions none, second lane positions learned",
            ),
            ("study/wake/", "A wake word"),
        ]
    );
}

#[test]
fn the_index_lists_cards_cases_and_questions() {
    let library = read(&[]).unwrap();
    let items = library.items(|kind, slug| format!("{kind:?}/{slug}"));
    let study: Vec<(Kind, &str, &str)> = items
        .iter()
        .skip(3)
        .map(|item| (item.kind, item.title.as_str(), item.path.as_str()))
        .collect();
    assert_eq!(
        study,
        [
            (Kind::Card, "Why positions?", "Card/order"),
            (Kind::Design, "A wake word", "Design/wake"),
            (Kind::Behavioural, "Tell me about a time.", "Behavioural/faster"),
        ]
    );
    let json = serde_json::to_value(&items[4..]).unwrap();
    assert_eq!((&json[0]["kind"], &json[0]["domain"]), (&"design".into(), &"audio".into()));
    assert_eq!((&json[1]["kind"], &json[1]["question"]), (&"behavioural".into(), &"story".into()));
    assert!(json[1].get("domain").is_none(), "{json}");
}

#[test]
fn heads_are_checked() {
    let long = format!("\"{}\"", "x".repeat(141));
    check("\"Why positions?\"", "\" \"", &["2: question is empty: write it"]);
    check("\"Why positions?\"", &long, &["2: question has 141 characters: 140 at most"]);
    check(
        "\"Attention does not see order.\"",
        &long,
        &["3: summary has 141 characters: 140 at most"],
    );
    check(
        "\"Attention does not see order.\"",
        "\"why positions\"",
        &["3: summary says the question again: say what the answer is"],
    );
    check(
        "[\"transformers\"]",
        "[\"trees\"]",
        &[
            "5: topics: there is no topic \"trees\"; use one of transformers, or add it to topics.toml",
        ],
    );
    check("minutes = 4", "minutes = 0", &["6: minutes is 0: plan between 1 and 180"]);
    let unknown = "unknown field `minuets`, expected one of `question`, `summary`, `level`, \
                   `topics`, `minutes`, `see`, `sources`, `check`";
    check("minutes =", "minuets =", &[&format!("6: {unknown}")]);
    let level = "unknown variant `hard`, expected one of `warm-up`, `core`, `stretch`";
    check("\"core\"", "\"hard\"", &[&format!("4: {level}")]);
    let head =
        "1: has no head: start with +++, question, summary and the other fields, and +++ again";
    check("+++\nquestion", "question", &[head]);
}

#[test]
fn links_and_sources_are_checked() {
    let nothing = "which the site does not have: use the address of an item or page, with a slash at both ends";
    check("/labs/line/", "/labs/lien/", &[&format!("7: links to /labs/lien/, {nothing}")]);
    let no_item = "is no exercise, lab, card, case, question or view of /attention/";
    check("\"/labs/line/\"", "\"/labs/\"", &[&format!("7: see: \"/labs/\" {no_item}")]);
    check("\"/study/wake/\"", "\"/labs/line/\"", &["7: see: \"/labs/line/\" stands there twice"]);
    let source = "\"Vaswani et al., *Attention Is All You Need*, 2017, section 3.5.\"";
    check(source, "", &["8: sources is empty: name what the facts are checked against"]);
    let bare = "https://example.org/a page";
    check(
        source,
        &format!("\"{bare}\""),
        &[&format!("8: sources: {bare:?} is no title with a section: name both")],
    );
}

#[test]
fn headings_are_those_of_a_card() {
    let listed = "Say it, Show it, A weak answer, Next";
    check(
        "## Next",
        "## And now",
        &[
            &format!("14: has no heading \"Next\": the headings are {listed}"),
            &format!("41: has no place for a heading \"And now\": they are {listed}"),
        ],
    );
    let swapped = card().replace("## Say it", "## X").replace("## Show it", "## Say it");
    shelf::check(
        CARD,
        &swapped,
        ("## X", "## Show it"),
        &[&format!("16: the headings are in another order, or twice: {listed}")],
    );
    check(
        "## Say it",
        "Text.\n\n## Say it",
        &["16: there is text before the heading \"Say it\": move it"],
    );
    check(
        "## Say it\n",
        "## Say it\n\n### Really\n",
        &["18: no heading may stand here: \"Really\""],
    );
}

#[test]
fn texts_have_a_length() {
    let said = |count| format!("16: what is said has {count} words: write 60 to 120");
    check(&words(60), &words(59), &[&said(59)]);
    check(&words(60), &words(121), &[&said(121)]);
}

#[test]
fn lists_are_checked_item_by_item() {
    check(
        "* *And without?* No.\n",
        "",
        &["41: 1 follow-ups: write at least 2, each `* *Question?* Its answer.`"],
    );
    check(
        "* *And without?* No.",
        "* And without? No.",
        &[
            "41: 1 follow-ups: write at least 2, each `* *Question?* Its answer.`",
            "44: is no question with an answer: write `* *Question?* Its model answer.`",
        ],
    );
    check(
        "*\"Because $a*b$.\"* It explains\n  nothing.",
        "*\"Because.\"*",
        &["38: is no answer with its reason: write `* *\"What is said.\"* Why not.`"],
    );
    check(
        "  nothing.",
        "nothing.",
        &["39: is outside the list: start an item with `* `, go on with two spaces"],
    );
    check(
        "### And then?",
        "And then?",
        &["20: 1 steps: write at least 2, each a ### heading that asks and what answers it"],
    );
    check("$$\nPQ\n$$\n", "", &["24: nothing answers this step: write it"]);
}

const FORMULA: &str = "formula = \"n^2*d\"\nvariables = { n = \"tokens\", d = \"width\" }";

#[test]
fn a_check_is_a_formula_or_a_number() {
    let answer = |text: &str| {
        let library = read(&[(CARD, &card().replace(FORMULA, text))]).unwrap();
        library.cards[0].check.clone().expect("a check").answer
    };
    let variable =
        |name: &str, meaning: &str| Variable { name: name.into(), meaning: meaning.into() };
    assert_eq!(
        answer(FORMULA),
        Answer::Formula {
            formula: "n^2*d".into(),
            variables: vec![variable("d", "width"), variable("n", "tokens")],
        }
    );
    assert_eq!(
        answer("number = 12\ntolerance = 0.01\nunit = \"MB\""),
        Answer::Number { value: 12.0, tolerance: 0.01, unit: "MB".into() }
    );
}

#[test]
fn checks_are_checked() {
    check(FORMULA, "", &["10: [check] needs either formula or number"]);
    check("formula =", "number = 1.0\nformula =", &["10: [check] needs either formula or number"]);
    check("n^2*d", "n^2*", &["12: formula, at character 5: something is missing at the end"]);
    let unknown = "k is not known: there are only d, n; a product is written with *";
    check("n^2*d", "n^2*k", &[&format!("12: formula, at character 5: {unknown}")]);
    check("n^2*d", "ln(-n^2*d^2)", &["12: formula: has no value wherever it was tried"]);
    check(
        "d = \"width\"",
        "ln = \"width\"",
        &[
            "12: formula, at character 5: d is not known: there are only ln, n; a product is written with *",
            "13: variables: \"ln\" has a meaning of its own: use another name",
        ],
    );
    check("\"width\"", "\"\"", &["13: variables: say what d stands for"]);
    check(
        "formula =",
        "unit = \"MB\"\nformula =",
        &["12: unit goes with number, not with formula"],
    );
    let missing = "12: tolerance is missing: say how far off is right, such as 0.01";
    check(FORMULA, "number = 12.0", &[missing]);
    check(
        FORMULA,
        "number = 0.0\ntolerance = 0.9\nvariables = { n = \"n\" }",
        &[
            "12: number is 0: a share of it is no tolerance, ask for another",
            "13: tolerance is 0.9: a share above 0, 0.5 at most",
            "14: variables go with formula, not with number",
        ],
    );
}

#[test]
fn only_markdown_lies_among_cards() {
    let told = read(&[("cards/note.txt", "x"), ("cards/A b.md", &card())]).unwrap_err();
    assert!(told.contains("cards/note.txt: is no item: files here end in .md"), "{told}");
    assert!(told.contains("cards/A b.md: \"A b\" cannot be part of an address"), "{told}");
}

#[test]
fn an_address_belongs_to_one_item() {
    let told = read(&[("questions/order.md", &shelf::question())]).unwrap_err();
    let taken = "questions/order.md: \"order\" is taken by one of cards/: their addresses are one";
    assert!(told.contains(taken), "{told}");
}

#[test]
fn links_into_a_lab_name_what_it_has() {
    let controls = "area = \"Lines\"\nsteps = 10\n\n[[control]]\nname = \"rule\"\nlabel = \"Rule\"\n\
        group = \"Run\"\nchoice = [[\"sgd\", \"SGD\"], [\"adam\", \"Adam\"]]\ndefault = \"sgd\"\n\n\
        [[experiment]]\nname = \"rules\"\ntitle = \"Rules\"\nsteps = 10\n\
        lanes = [{ name = \"SGD\", rule = \"sgd\" }, { name = \"Adam\", rule = \"adam\" }]\n\
        question = \"Which?\"\nmeasure = \"loss\"\nanswer = \"lowest\"\nwhy = \"So.\"\n";
    let told = |fragment: &str| {
        let card = card().replace("/labs/line/", &format!("/labs/line/#{fragment}"));
        read(&[("labs/line/controls.toml", controls), (CARD, &card)]).map(drop)
    };
    for good in ["rule=adam", "exp=rules&step=4", "lanes=2&b.rule=adam", "main"] {
        assert_eq!(told(good), Ok(()), "{good}");
    }
    let check = |fragment: &str, expect: &str| {
        let told = told(fragment).unwrap_err();
        assert!(told.contains(&format!("{CARD}:7: {expect}")), "{fragment}: {told}");
    };
    check("rate=3", "the lab line has no control \"rate\": rule");
    check("b.rule=sdg", "the control b.rule of the lab line cannot be \"sdg\"");
    check("exp=rates", "the lab line has no experiment \"rates\"");
}
