//! One take in the list: played, counted, downloaded, deleted.

use std::rc::Rc;

use study::recording::{clock, pace, words_from};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, HtmlInputElement, HtmlMediaElement, Url};
use yew::prelude::*;

use super::takes::{Happening, Kept, Takes, count, delete, media};
use crate::{
    bytes,
    components::{Button, Emphasis},
    dates::day_and_time,
    save::save_blob,
};

/// An address of a blob in this page, for as long as it is shown.
struct Address(String);

impl Address {
    fn new(blob: &Blob) -> Option<Self> {
        Url::create_object_url_with_blob(blob).ok().map(Self)
    }
}

impl Drop for Address {
    fn drop(&mut self) {
        // A blob that is gone already needs no revoking.
        let _ = Url::revoke_object_url(&self.0);
    }
}

impl PartialEq for Address {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

/// Properties of [`TakeView`].
#[derive(Properties, PartialEq)]
pub struct TakeViewProps {
    /// The take.
    pub kept: Kept,
    /// Words of the notes beside it.
    pub noted: u32,
    /// What its file is called, without an ending.
    pub file: AttrValue,
    /// Hears what is done with it.
    pub takes: UseReducerDispatcher<Takes>,
}

/// One take.
#[component]
pub fn TakeView(props: &TakeViewProps) -> Html {
    let TakeViewProps { kept, noted, takes, .. } = props;
    let address = use_state_eq(|| None::<Rc<Address>>);
    let take = &kept.take;
    let name = format!("{} of {}", clock(take.length_ms), day_and_time(take.at_ms));
    let play = with_media(props, {
        let (address, takes) = (address.setter(), takes.clone());
        move |blob| match Address::new(&blob) {
            Some(it) => address.set(Some(Rc::new(it))),
            None => takes.dispatch(Happening::Said("This take cannot be played.".into())),
        }
    });
    let download = with_media(props, {
        let name = format!("{}-{:.0}.{}", props.file, take.at_ms, take.extension());
        move |blob| save_blob(&name, &blob)
    });
    let remove = {
        let (kept, takes) = (kept.clone(), takes.clone());
        Callback::from(move |_: MouseEvent| {
            let (kept, takes) = (kept.clone(), takes.clone());
            spawn_local(async move { delete(kept, &takes).await });
        })
    };
    let kind = if take.is_video() { "video" } else { "audio" };
    html! {
        <li class="panel pad stack tight" data-testid="take" data-key={kept.key.clone()} data-bytes={take.bytes.to_string()}>
            <div class="row">
                <strong class="num" data-testid="take-length">{ clock(take.length_ms) }</strong>
                <span class="small num">{ format!("{} · {kind} · {}", day_and_time(take.at_ms), bytes::in_words(take.bytes)) }</span>
                if kept.blob.is_some() { <span class="bad">{ "only in this page: download it" }</span> }
            </div>
            <p class="small num" data-testid="pace">{ pace(take, *noted) }</p>
            if let Some(address) = &*address {
                <Player source={address.0.clone()} is_video={take.is_video()} label={format!("Your answer, {name}")} />
            }
            <div class="row">
                if address.is_none() {
                    <Button testid="play" label={format!("Play the take, {name}")} onclick={play}>{ "Play" }</Button>
                }
                <Button emphasis={Emphasis::Quiet} testid="download" label={format!("Download the take, {name}")} onclick={download}>{ "Download" }</Button>
                <Button emphasis={Emphasis::Quiet} testid="delete-take" label={format!("Delete the take, {name}")} onclick={remove}>{ "Delete" }</Button>
                { counter(kept, takes) }
            </div>
        </li>
    }
}

/// Reads sound and picture, then does something with them.
fn with_media(
    props: &TakeViewProps,
    then: impl Fn(Blob) + Clone + 'static,
) -> Callback<MouseEvent> {
    let (kept, takes) = (props.kept.clone(), props.takes.clone());
    Callback::from(move |_| {
        let (kept, takes, then) = (kept.clone(), takes.clone(), then.clone());
        spawn_local(async move {
            match media(&kept).await {
                Some(blob) => then(blob),
                None => takes.dispatch(Happening::Said(
                    "This take could not be read from the device. Reload the page and try again."
                        .into(),
                )),
            }
        });
    })
}

fn counter(kept: &Kept, takes: &UseReducerDispatcher<Takes>) -> Html {
    let onchange = {
        let (kept, takes) = (kept.clone(), takes.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if input.check_validity() {
                count(&kept, words_from(&input.value()), &takes);
            } else {
                let said = "That count was not taken: words are a whole number from 1 to 5,000.";
                takes.dispatch(Happening::Said(said.into()));
            }
        })
    };
    let value = kept.take.words.map(|it| it.to_string()).unwrap_or_default();
    html! {
        <label class="recording-count">
            <span>{ "Words you said, if you count them" }</span>
            <input type="number" min="1" max="5000" inputmode="numeric" {value} data-testid="take-words" {onchange} />
        </label>
    }
}

/// Properties of [`Player`].
#[derive(Properties, PartialEq)]
struct PlayerProps {
    source: AttrValue,
    is_video: bool,
    label: AttrValue,
}

/// The browser's own player. It begins at once, since it was asked for, and has the focus.
#[component]
fn Player(props: &PlayerProps) -> Html {
    let node = use_node_ref();
    let is_broken = use_state_eq(|| false);
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            if let Some(player) = node.cast::<HtmlMediaElement>() {
                // A browser that does not let a page begin leaves it to the visitor.
                let _ = player.focus();
                if let Ok(playing) = player.play() {
                    spawn_local(async move { drop(JsFuture::from(playing).await) });
                }
            }
        });
    }
    let onerror = {
        let is_broken = is_broken.clone();
        Callback::from(move |_: Event| is_broken.set(true))
    };
    let (src, label) = (props.source.clone(), props.label.clone());
    html! {
        <>
            if props.is_video {
                <video ref={node} class="recording-player" controls=true playsinline=true {src} aria-label={label} {onerror} data-testid="player" />
            } else {
                <audio ref={node} class="recording-player" controls=true {src} aria-label={label} {onerror} data-testid="player" />
            }
            if *is_broken {
                <p class="bad" role="status">{ "This take cannot be played here: the browser does not know its format, or there is no speaker. Download it and open it in another program." }</p>
            }
        </>
    }
}
