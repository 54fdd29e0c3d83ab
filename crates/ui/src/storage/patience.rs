//! Waiting for storage, but not for ever: WebKit may never answer while a page that was left in the
//! middle of a write is kept frozen.

use std::{
    future::{Future, poll_fn},
    pin::Pin,
    task::Poll,
};

use gloo::timers::callback::Timeout;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Longer than a slow disk takes, shorter than a visitor waits for a page.
const LIMIT_MS: u32 = 3_000;
/// A slow disk writes as many bytes in a millisecond.
const BYTES_A_MS: u64 = 2_000;

/// How long to wait where that many bytes are read or written, in milliseconds.
pub(super) fn for_bytes(bytes: u64) -> u32 {
    LIMIT_MS.saturating_add(u32::try_from(bytes / BYTES_A_MS).unwrap_or(u32::MAX))
}

/// What `work` gives within the limit. Otherwise `None`; the work goes on, and what it gives then is
/// handed to `late`.
pub(super) async fn within<T: 'static>(
    limit_ms: u32,
    work: impl Future<Output = T> + 'static,
    late: impl FnOnce(T) + 'static,
) -> Option<T> {
    let mut work = Box::pin(work);
    let mut timer = None;
    let mut limit = JsFuture::from(Promise::new(&mut |resolve, _| {
        timer = Some(Timeout::new(limit_ms, move || drop(resolve.call0(&JsValue::NULL))));
    }));
    let done = poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        Poll::Pending => Pin::new(&mut limit).poll(context).map(|_| None),
    })
    .await;
    drop(timer);
    if done.is_none() {
        spawn_local(async move { late(work.await) });
    }
    done
}
