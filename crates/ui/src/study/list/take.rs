//! The cards of the list as a text file for Anki.

use std::rc::Rc;

use content::{Card, Item, Kind};
use figures::format::plural;
use study::anki::{Note, export};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{catalogue, components::Button, save};

/// Properties of [`Take`].
#[derive(Properties, PartialEq)]
pub struct TakeProps {
    /// What the list shows; its cards are taken.
    pub items: Rc<Vec<Item>>,
}

#[derive(Clone, PartialEq)]
enum Stage {
    Idle,
    Fetching(usize),
    Saved(usize),
    Failed(String),
}

/// A button that fetches the cards and offers the file.
#[component]
pub fn Take(props: &TakeProps) -> Html {
    let stage = use_state_eq(|| Stage::Idle);
    let cards: Vec<Item> =
        props.items.iter().filter(|item| item.kind == Kind::Card).cloned().collect();
    let total = cards.len();
    if total == 0 {
        return Html::default();
    }
    let onclick = {
        let stage = stage.setter();
        Callback::from(move |_: MouseEvent| {
            let (stage, cards) = (stage.clone(), cards.clone());
            spawn_local(async move { take(&cards, &stage).await });
        })
    };
    let said = match &*stage {
        Stage::Idle => String::new(),
        Stage::Fetching(done) => format!("Reading card {} of {total}…", done + 1),
        Stage::Saved(count) => {
            format!("In the file: {}. In Anki choose File, Import.", plural(*count, "card"))
        }
        Stage::Failed(why) => why.clone(),
    };
    let is_idle = !matches!(&*stage, Stage::Fetching(_));
    html! {
        <div class="row">
            <Button testid="anki" enabled={is_idle} {onclick}>{ format!("Take {} to Anki", plural(total, "card")) }</Button>
            <span class="small num" role="status" data-testid="anki-said">{ said }</span>
        </div>
    }
}

async fn take(cards: &[Item], stage: &UseStateSetter<Stage>) {
    let mut notes = Vec::with_capacity(cards.len());
    for (done, item) in cards.iter().enumerate() {
        stage.set(Stage::Fetching(done));
        match catalogue::card(item).await {
            Ok(card) => notes.push(note(&card)),
            Err(error) => return stage.set(Stage::Failed(error.to_string())),
        }
    }
    save::save_text("warmstart-cards.txt", "text/plain", &export("Warmstart", &notes));
    stage.set(Stage::Saved(notes.len()));
}

/// The question in front; behind it what one would say, then every step.
fn note(card: &Card) -> Note {
    let mut answer_html = card.say_html.clone();
    for step in &card.steps {
        answer_html += &format!("<h3>{}</h3>{}", step.heading_html, step.body_html);
    }
    Note { question: card.question.clone(), answer_html, tags: card.topics.clone() }
}
