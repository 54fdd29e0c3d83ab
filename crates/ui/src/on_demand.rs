//! A room as the shell shows it: each kind of room is a program of its own (crate `embed`), which is
//! loaded when such a room is first opened. So the first page stays small, and a room and a frame
//! are the same program.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use crate::{
    components::{Callout, Tone},
    navigation::Navigate,
    script,
};

#[wasm_bindgen]
extern "C" {
    type Program;
    #[wasm_bindgen(method, catch)]
    fn mount(
        this: &Program,
        host: &Element,
        item: &str,
        fragment: Option<&str>,
        navigate: &Function,
    ) -> Result<Mounted, JsValue>;

    type Mounted;
    #[wasm_bindgen(method)]
    fn close(this: &Mounted);
}

/// Properties of [`Room`].
#[derive(Properties, PartialEq)]
pub struct RoomProps {
    /// Which one: `practice/iou`, `labs/decision-boundary`, `attention`.
    pub item: AttrValue,
    /// The address fragment that it starts from, without `#`.
    #[prop_or_default]
    pub fragment: Option<AttrValue>,
}

#[derive(Clone, PartialEq)]
enum Stage {
    Loading,
    Open,
    Failed,
}

/// A room, from its program on.
#[component]
pub fn Room(props: &RoomProps) -> Html {
    let host = use_node_ref();
    let stage = use_state_eq(|| Stage::Loading);
    let navigate = use_context::<Navigate>();
    {
        let (host, setter) = (host.clone(), stage.setter());
        let fragment = props.fragment.clone();
        use_effect_with(props.item.clone(), move |item| {
            setter.set(Stage::Loading);
            let open = Open::new(navigate);
            let (opening, item) = (Rc::clone(&open), item.clone());
            spawn_local(async move {
                let opened = opening.open(&host, &item, fragment.as_deref()).await;
                setter.set(if opened.is_ok() { Stage::Open } else { Stage::Failed });
            });
            move || open.close()
        });
    }
    html! {
        <>
            if *stage == Stage::Loading {
                <div class="page"><p class="muted" role="status">{ "Loading…" }</p></div>
            }
            if *stage == Stage::Failed {
                <div class="page">
                    <Callout tone={Tone::Bad} live=true title="This room could not be loaded">
                        <p>{ "There is no connection, and it is not kept on this device yet. Reload the page when you are online." }</p>
                    </Callout>
                </div>
            }
            <div class="room-host" ref={host} />
        </>
    }
}

/// One opening of a room; it may be closed before it is open.
struct Open {
    is_wanted: Cell<bool>,
    mounted: RefCell<Option<Mounted>>,
    navigate: Closure<dyn Fn(String)>,
}

impl Open {
    fn new(navigate: Option<Navigate>) -> Rc<Self> {
        let go = move |path| {
            if let Some(Navigate(go)) = &navigate {
                go.emit(path);
            }
        };
        Rc::new(Self {
            is_wanted: Cell::new(true),
            mounted: RefCell::default(),
            navigate: Closure::new(go),
        })
    }

    async fn open(
        &self,
        host: &NodeRef,
        item: &str,
        fragment: Option<&str>,
    ) -> Result<(), JsValue> {
        let program: Program = script::start_room(item).await?.unchecked_into();
        if let (true, Some(host)) = (self.is_wanted.get(), host.cast::<Element>()) {
            let navigate = self.navigate.as_ref().unchecked_ref();
            *self.mounted.borrow_mut() = Some(program.mount(&host, item, fragment, navigate)?);
        }
        Ok(())
    }

    fn close(&self) {
        self.is_wanted.set(false);
        if let Some(mounted) = self.mounted.borrow_mut().take() {
            mounted.close();
        }
    }
}
