//! The code editor: CodeMirror where it can be loaded, a plain text area where not.
//!
//! The text belongs to the room. The editor reports every change, and takes the room's text over
//! only when `revision` grows, so that typing is never interrupted by its own echo.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlTextAreaElement};
use yew::prelude::*;

use super::session::Slot;
use crate::{script, site::Site};

#[wasm_bindgen]
extern "C" {
    type Module;
    #[wasm_bindgen(method, js_name = createEditor, catch)]
    fn create_editor(this: &Module, host: &Element, options: &Object) -> Result<Handle, JsValue>;

    type Handle;
    #[wasm_bindgen(method, js_name = setText)]
    fn set_text(this: &Handle, text: &str);
    #[wasm_bindgen(method)]
    fn mark(this: &Handle, marks: &Array);
    #[wasm_bindgen(method, js_name = goTo)]
    fn go_to(this: &Handle, line: u32);
    #[wasm_bindgen(method)]
    fn destroy(this: &Handle);
}

/// A remark on a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// From 1.
    pub line: u32,
    /// What about it.
    pub message: String,
}

/// The editor as others reach it; empty until it is there.
#[derive(Clone, Default)]
pub struct EditorHandle(Slot<Live>);

impl PartialEq for EditorHandle {
    fn eq(&self, other: &Self) -> bool {
        std::rc::Rc::ptr_eq(&self.0, &other.0)
    }
}

impl EditorHandle {
    /// Scrolls to a line, from 1, and puts the cursor there.
    pub fn go_to(&self, line: u32) {
        if let Some(live) = &*self.0.borrow() {
            live.handle.go_to(line);
        }
    }
}

/// A mounted CodeMirror with the closures that it calls.
struct Live {
    handle: Handle,
    _on_change: Closure<dyn FnMut(String)>,
    _on_run: Closure<dyn FnMut()>,
    _on_leave: Closure<dyn FnMut()>,
}

impl Drop for Live {
    fn drop(&mut self) {
        self.handle.destroy();
    }
}

/// Properties of [`Editor`].
#[derive(Properties, PartialEq)]
pub struct EditorProps {
    /// The room's text.
    pub text: AttrValue,
    /// Grows when the room changes the text.
    pub revision: u32,
    /// Remarks on lines.
    #[prop_or_default]
    pub marks: Vec<Mark>,
    /// Name for screen readers.
    pub label: AttrValue,
    /// Where the mounted editor is put.
    pub handle: EditorHandle,
    /// The visitor typed.
    pub on_change: Callback<String>,
    /// Ctrl/Cmd+Enter.
    pub on_run: Callback<()>,
    /// Escape.
    pub on_leave: Callback<()>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mounted {
    Loading,
    Ready,
    Failed,
}

/// The code editor.
#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let host = use_node_ref();
    let mounted = use_state_eq(|| Mounted::Loading);
    use_mount(props, &host, mounted.setter());
    let is_ready = *mounted == Mounted::Ready;
    {
        let (handle, text) = (props.handle.clone(), props.text.clone());
        use_effect_with((props.revision, is_ready), move |_| {
            if let Some(live) = &*handle.0.borrow() {
                live.handle.set_text(&text);
            }
        });
    }
    {
        let handle = props.handle.clone();
        use_effect_with((props.marks.clone(), is_ready), move |(marks, _)| {
            if let Some(live) = &*handle.0.borrow() {
                live.handle.mark(&marks.iter().map(mark_object).collect());
            }
        });
    }
    if *mounted == Mounted::Failed {
        return html! { <PlainEditor ..props.plain() /> };
    }
    // The text below shows until the editor's shadow root covers it.
    html! {
        <div class="editor" ref={host} data-testid="editor" data-ready={is_ready.to_string()}>
            <pre>{ &props.text }</pre>
        </div>
    }
}

#[hook]
fn use_mount(props: &EditorProps, host: &NodeRef, mounted: UseStateSetter<Mounted>) {
    let (host, handle) = (host.clone(), props.handle.clone());
    let wiring = Wiring::new(props);
    use_effect_with((), move |()| {
        let slot = handle.clone();
        spawn_local(async move {
            // Without the bundle (offline before it was kept, or refused) typing still works.
            let outcome = mount(&host, wiring).await;
            mounted.set(match outcome {
                Ok(live) => {
                    *slot.0.borrow_mut() = live;
                    Mounted::Ready
                }
                Err(_) => Mounted::Failed,
            });
        });
        move || drop(handle.0.take())
    });
}

struct Wiring {
    text: AttrValue,
    label: AttrValue,
    on_change: Callback<String>,
    on_run: Callback<()>,
    on_leave: Callback<()>,
}

impl Wiring {
    fn new(props: &EditorProps) -> Self {
        Self {
            text: props.text.clone(),
            label: props.label.clone(),
            on_change: props.on_change.clone(),
            on_run: props.on_run.clone(),
            on_leave: props.on_leave.clone(),
        }
    }
}

/// `None` if the component has gone in the meantime.
async fn mount(host: &NodeRef, wiring: Wiring) -> Result<Option<Live>, JsValue> {
    let module: Module =
        script::import(&Site::current().asset("editor.js")).await?.unchecked_into();
    let Some(host) = host.cast::<Element>() else { return Ok(None) };
    let Wiring { text, label, on_change, on_run, on_leave } = wiring;
    let on_change = Closure::new(move |text| on_change.emit(text));
    let on_run = Closure::new(move || on_run.emit(()));
    let on_leave = Closure::new(move || on_leave.emit(()));
    let options = Object::new();
    let names = Site::current().asset("numpy.json");
    for (name, value) in [
        ("names", &JsValue::from(names.as_str())),
        ("text", &JsValue::from(text.as_str())),
        ("label", &JsValue::from(label.as_str())),
        ("onChange", on_change.as_ref()),
        ("onRun", on_run.as_ref()),
        ("onLeave", on_leave.as_ref()),
    ] {
        Reflect::set(&options, &name.into(), value)?;
    }
    let handle = module.create_editor(&host, &options)?;
    Ok(Some(Live { handle, _on_change: on_change, _on_run: on_run, _on_leave: on_leave }))
}

fn mark_object(mark: &Mark) -> Object {
    let object = Object::new();
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&object, &"line".into(), &mark.line.into());
    let _ = Reflect::set(&object, &"message".into(), &mark.message.as_str().into());
    object
}

impl EditorProps {
    fn plain(&self) -> PlainEditorProps {
        PlainEditorProps {
            text: self.text.clone(),
            label: self.label.clone(),
            on_change: self.on_change.clone(),
            on_run: self.on_run.clone(),
            on_leave: self.on_leave.clone(),
        }
    }
}

#[derive(Properties, PartialEq)]
struct PlainEditorProps {
    text: AttrValue,
    label: AttrValue,
    on_change: Callback<String>,
    on_run: Callback<()>,
    on_leave: Callback<()>,
}

/// What is left when CodeMirror cannot be loaded.
#[component]
fn PlainEditor(props: &PlainEditorProps) -> Html {
    let oninput = props
        .on_change
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    let onkeydown = {
        let (on_run, on_leave) = (props.on_run.clone(), props.on_leave.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" if event.ctrl_key() || event.meta_key() => {
                event.prevent_default();
                on_run.emit(());
            }
            "Escape" => on_leave.emit(()),
            _ => {}
        })
    };
    html! {
        <div class="editor plain">
            <p class="small">{ "The full editor could not be loaded; this plain one works as well." }</p>
            <textarea data-testid="editor" aria-label={props.label.clone()} value={props.text.clone()}
                spellcheck="false" autocapitalize="off" {oninput} {onkeydown} />
        </div>
    }
}
