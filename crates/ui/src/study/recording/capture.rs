//! Microphone and camera: asked for when somebody presses Record, let go of as soon as they stop.

use std::{cell::RefCell, rc::Rc};

use gloo::{events::EventListener, timers::callback::Timeout};
use js_sys::{Array, Object, Promise, Reflect};
use study::recording::wanted;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobEvent, BlobPropertyBag, MediaDevices, MediaRecorder, MediaRecorderOptions,
    MediaStream, MediaStreamConstraints, MediaStreamTrack,
};
use yew::Callback;

use super::trouble::Trouble;

/// Bits a second of sound: speech is clear with fewer.
const SOUND_BITS: u32 = 48_000;
/// Bits a second of a picture of 480 lines.
const PICTURE_BITS: u32 = 500_000;
/// How often what was recorded is handed over, in milliseconds.
const SLICE_MS: i32 = 1_000;

/// What was recorded.
pub struct Recorded {
    /// Sound and picture, if the browser made anything of them.
    pub blob: Option<Blob>,
    /// When it began, in milliseconds since 1970.
    pub at_ms: f64,
    /// How long it is, in milliseconds.
    pub length_ms: f64,
}

/// A recording that is going on, until it is stopped.
pub struct Capture {
    stream: MediaStream,
    recorder: MediaRecorder,
    /// What listens to the recorder until it has stopped: it may outlive the page's own part.
    _listening: Rc<RefCell<Vec<EventListener>>>,
    /// When it began.
    pub at_ms: f64,
}

impl Capture {
    /// Asks for the microphone, and the camera for a picture, and begins. What was recorded goes to
    /// `done` once it has stopped, whoever stopped it.
    /// Somebody may have given up or left while the browser asked: then it is `None`.
    pub async fn start(
        is_video: bool,
        is_wanted: impl Fn() -> bool,
        done: Callback<Recorded>,
    ) -> Result<Option<Self>, Trouble> {
        let devices = devices()?;
        let asked = devices.get_user_media_with_constraints(&constraints(is_video));
        let asked = asked.map_err(|error| Trouble::from_error(&error))?;
        let stream = JsFuture::from(asked).await.map_err(|error| Trouble::from_error(&error))?;
        let stream: MediaStream = stream.unchecked_into();
        if !is_wanted() {
            let_go(&stream);
            return Ok(None);
        }
        match begin(&stream, is_video) {
            Ok(recorder) => {
                let at_ms = js_sys::Date::now();
                let listening = listen(&recorder, &stream, at_ms, done);
                Ok(Some(Self { stream, recorder, _listening: listening, at_ms }))
            }
            Err(error) => {
                let_go(&stream);
                Err(Trouble::from_error(&error))
            }
        }
    }

    /// What is seen and heard.
    pub fn stream(&self) -> &MediaStream {
        &self.stream
    }

    /// Stops, and lets go of microphone and camera.
    pub fn stop(&self) {
        // One that has stopped by itself needs no stopping.
        let _ = self.recorder.stop();
        let_go(&self.stream);
    }
}

/// Lets go of every device of a stream: its light goes out.
fn let_go(stream: &MediaStream) {
    for track in stream.get_tracks().iter() {
        track.unchecked_into::<MediaStreamTrack>().stop();
    }
}

/// Devices of this browser, and whether it records at all.
fn devices() -> Result<MediaDevices, Trouble> {
    let window = web_sys::window().ok_or(Trouble::Missing)?;
    if !window.is_secure_context() {
        return Err(Trouble::Insecure);
    }
    let found = Reflect::get(&window.navigator(), &"mediaDevices".into());
    let devices = found.ok().and_then(|it| it.dyn_into::<MediaDevices>().ok());
    let has_recorder = Reflect::has(&window, &"MediaRecorder".into()).unwrap_or(false);
    // WebKitGTK has one that writes nothing.
    let writes = || wanted(false).iter().any(|kind| MediaRecorder::is_type_supported(kind));
    devices.filter(|_| has_recorder && writes()).ok_or(Trouble::Missing)
}

/// Why nothing can be recorded here, if that is known before anything is asked.
pub fn obstacle() -> Option<Trouble> {
    let window = web_sys::window()?;
    let is_framed = window.parent().ok().flatten().is_some_and(|parent| parent != window);
    if is_framed { Some(Trouble::Framed) } else { devices().err() }
}

fn constraints(is_video: bool) -> MediaStreamConstraints {
    let constraints = MediaStreamConstraints::new();
    constraints.set_audio(&true.into());
    if is_video {
        let picture = Object::new();
        for (name, ideal) in [("width", 854), ("height", 480), ("frameRate", 24)] {
            let about = Object::new();
            // Setting a property of a fresh object cannot fail.
            let _ = Reflect::set(&about, &"ideal".into(), &ideal.into());
            let _ = Reflect::set(&picture, &name.into(), &about);
        }
        let _ = Reflect::set(&picture, &"facingMode".into(), &"user".into());
        constraints.set_video(&picture);
    }
    constraints
}

fn begin(stream: &MediaStream, is_video: bool) -> Result<MediaRecorder, JsValue> {
    let options = MediaRecorderOptions::new();
    let mut kinds = wanted(is_video).iter();
    if let Some(kind) = kinds.find(|kind| MediaRecorder::is_type_supported(kind)) {
        options.set_mime_type(kind);
    }
    options.set_audio_bits_per_second(SOUND_BITS);
    if is_video {
        options.set_video_bits_per_second(PICTURE_BITS);
    }
    let recorder =
        MediaRecorder::new_with_media_stream_and_media_recorder_options(stream, &options)?;
    recorder.start_with_time_slice(SLICE_MS)?;
    Ok(recorder)
}

/// Collects what is recorded and hands it on when the recorder has stopped: pressed, out of time, the
/// microphone pulled out, the page left for another.
fn listen(
    recorder: &MediaRecorder,
    stream: &MediaStream,
    at_ms: f64,
    done: Callback<Recorded>,
) -> Rc<RefCell<Vec<EventListener>>> {
    let pieces = Array::new();
    let on_data = {
        let pieces = pieces.clone();
        EventListener::new(recorder, "dataavailable", move |event| {
            if let Some(piece) = event.dyn_ref::<BlobEvent>().and_then(BlobEvent::data) {
                pieces.push(&piece);
            }
        })
    };
    let listening = Rc::new(RefCell::new(vec![on_data]));
    let (mine, device, source) = (listening.clone(), stream.clone(), recorder.clone());
    let on_stop = EventListener::once(recorder, "stop", move |_| {
        let_go(&device);
        let length_ms = js_sys::Date::now() - at_ms;
        let options = BlobPropertyBag::new();
        options.set_type(&media_of(&source, &device));
        let blob = Blob::new_with_blob_sequence_and_options(&pieces, &options).ok();
        done.emit(Recorded { blob, at_ms, length_ms: length_ms.max(0.0) });
        // Not at once: one of them is calling this.
        Timeout::new(0, move || drop(mine.take())).forget();
    });
    listening.borrow_mut().push(on_stop);
    listening
}

/// The media type of what was recorded. A browser that was asked for none may not name its own.
fn media_of(recorder: &MediaRecorder, stream: &MediaStream) -> String {
    match (recorder.mime_type(), stream.get_video_tracks().length()) {
        (named, _) if !named.is_empty() => named,
        (_, 0) => "audio/webm".into(),
        _ => "video/webm".into(),
    }
}

/// A promise's value as sound and picture.
pub async fn buffer(blob: &Blob) -> Option<js_sys::ArrayBuffer> {
    let promise: Promise = blob.array_buffer();
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}
