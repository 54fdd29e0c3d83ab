//! The visitor's own table: typed, pasted or dropped; columns chosen; gaps filled or left out. It
//! stays on the device.

use std::rc::Rc;

use content::lab::OwnTable;
use figures::Sheet;
use viz::format;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::columns::{Choice, Missing};
use super::state::{Action, State};
use super::table::{self, RawTable};
use crate::components::{Button, Segment, SelectField};
use crate::files;

/// Properties of [`OwnData`].
#[derive(Properties, PartialEq)]
pub struct OwnDataProps {
    /// The lab.
    pub state: UseReducerHandle<State>,
}

/// The table behind a toggle, with what can be chosen about it.
#[component]
pub fn OwnData(props: &OwnDataProps) -> Html {
    let text = use_state_eq(String::new);
    let choice = use_state_eq(|| None::<Choice>);
    // A frame of a run renders this anew; a long text is not read again for it.
    let own = props.state.lab.own.clone();
    let read = use_memo((text.clone(), choice.clone(), own), |(text, choice, own)| {
        Read::of(text, (**choice).clone(), own.as_ref()?)
    });
    let Some(declared) = &props.state.lab.own else { return Html::default() };
    let take = {
        let (text, choice) = (text.clone(), choice.clone());
        Callback::from(move |new: String| {
            choice.set(None);
            text.set(new);
        })
    };
    let ondrop = {
        let take = take.clone();
        Callback::from(move |event: DragEvent| {
            files::read_text(files::dropped(&event), take.clone());
        })
    };
    let oninput = take
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    let onfile = {
        let take = take.clone();
        Callback::from(move |event: Event| {
            files::read_text(files::chosen(&event), take.clone());
        })
    };
    let body = match &*read {
        None => Html::default(),
        Some(Err(why)) => wrong(why),
        Some(Ok(read)) => {
            let choice = choice.setter();
            let choose = Callback::from(move |next| choice.set(Some(next)));
            read.chooser(&props.state, choose)
        }
    };
    html! {
        <details class="lab-paste" data-testid="own-data" {ondrop} ondragover={Callback::from(|event: DragEvent| event.prevent_default())}>
            <summary>{ "Bring your own table" }</summary>
            <div class="stack tight">
                <p class="small muted">{ needs(declared) }</p>
                <label class="field">{ "Values with commas, semicolons or tabs between them, one row a line" }
                    <textarea rows="5" spellcheck="false" value={(*text).clone()} data-testid="table-text" {oninput} />
                </label>
                <label class="field">{ "or a file; it is read here and sent nowhere" }
                    <input type="file" accept=".csv,.tsv,.txt,text/csv" onchange={onfile} />
                </label>
                { body }
            </div>
        </details>
    }
}

/// A text as a table, and what comes of it.
#[derive(PartialEq)]
struct Read {
    raw: RawTable,
    chosen: Choice,
    sheet: Result<Rc<Sheet>, String>,
    gaps: Option<String>,
}

impl Read {
    fn of(text: &str, choice: Option<Choice>, declared: &OwnTable) -> Option<Result<Self, String>> {
        let text = Some(text).filter(|text| !text.trim().is_empty())?;
        Some(table::parse(text).map(|raw| {
            let chosen = choice.unwrap_or_else(|| raw.first_choice(declared));
            let sheet = raw.sheet(&chosen, declared).map(Rc::new);
            let gaps = raw.gaps(&chosen).filter(|_| sheet.is_ok());
            Self { raw, chosen, sheet, gaps }
        }))
    }

    fn chooser(&self, state: &UseReducerHandle<State>, choose: Callback<Choice>) -> Html {
        let use_it = {
            let (dispatcher, sheet) = (state.dispatcher(), self.sheet.clone().ok());
            Callback::from(move |_: MouseEvent| {
                if let Some(sheet) = &sheet {
                    dispatcher.dispatch(Action::Own(Rc::clone(sheet)));
                }
            })
        };
        let rows = self.sheet.as_ref().map_or(0, |sheet| sheet.rows());
        html! {
            <>
                { columns(&self.raw, &self.chosen, choose) }
                if let Err(why) = &self.sheet {
                    { wrong(why) }
                } else if let Some(gaps) = &self.gaps {
                    <div class="small muted" data-testid="table-gaps">{ lines(gaps) }</div>
                }
                <Button class="lab-small" testid="use-table" enabled={self.sheet.is_ok()} onclick={use_it}>
                    { format!("Use {}", format::plural(rows, "row")) }
                </Button>
            </>
        }
    }
}

fn wrong(why: &str) -> Html {
    html! { <div class="field-error" role="alert" data-testid="table-error">{ lines(why) }</div> }
}

fn lines(text: &str) -> Html {
    html! { <>{ for text.lines().map(|line| html! { <p>{ line.to_owned() }</p> }) }</> }
}

fn needs(declared: &OwnTable) -> String {
    let (fewest, most) = declared.columns;
    let columns = if fewest == most { fewest.to_string() } else { format!("{fewest} to {most}") };
    let class = if declared.has_classes { " and one of classes" } else { "" };
    format!(
        "{columns} columns of numbers{class}, up to {} rows.",
        format::count(declared.rows as u64)
    )
}

fn columns(raw: &RawTable, chosen: &Choice, onchange: Callback<Choice>) -> Html {
    let toggle = |column: usize| {
        let (chosen, onchange) = (chosen.clone(), onchange.clone());
        Callback::from(move |_: Event| {
            let mut next = chosen.clone();
            match next.features.iter().position(|it| *it == column) {
                Some(index) => drop(next.features.remove(index)),
                None => next.features.push(column),
            }
            next.features.sort_unstable();
            onchange.emit(next);
        })
    };
    let class = {
        let (chosen, onchange) = (chosen.clone(), onchange.clone());
        Callback::from(move |name: String| {
            let class = name.parse().ok();
            let mut next = Choice { class, ..chosen.clone() };
            next.features.retain(|column| Some(*column) != class);
            onchange.emit(next);
        })
    };
    let missing = {
        let (chosen, onchange) = (chosen.clone(), onchange.clone());
        Callback::from(move |name: String| {
            let missing = if name == "mean" { Missing::Mean } else { Missing::Drop };
            onchange.emit(Choice { missing, ..chosen.clone() });
        })
    };
    let names = raw.columns.iter().enumerate();
    let none = std::iter::once((AttrValue::from(""), AttrValue::from("none")));
    let options: Vec<(AttrValue, AttrValue)> = none
        .chain(names.clone().map(|(index, name)| (index.to_string().into(), name.clone().into())))
        .collect();
    let gaps = [("drop", "leave the row out"), ("mean", "column mean")];
    html! {
        <>
            <fieldset class="labs-group">
                <legend>{ "Columns to use" }</legend>
                { for names.filter(|(index, _)| Some(*index) != chosen.class).map(|(index, name)| html! {
                    <label key={index} class="labs-switch">
                        <input type="checkbox" checked={chosen.features.contains(&index)} onchange={toggle(index)} />
                        { name }
                    </label>
                }) }
            </fieldset>
            <SelectField label="Class column" testid="class-column"
                value={chosen.class.map_or_else(String::new, |it| it.to_string())} {options} onchange={class} />
            <Segment label="Missing values" testid="missing"
                value={if chosen.missing == Missing::Mean { "mean" } else { "drop" }}
                choices={gaps.map(|(value, words)| (AttrValue::from(value), AttrValue::from(words))).to_vec()} onchange={missing} />
        </>
    }
}
