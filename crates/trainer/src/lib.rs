//! The workers that run nets and labs: decode requests, call `nets` and `labs`, emit events, report a
//! panic. Nothing is computed here; what is decided here is only when to train, when to listen and
//! when to speak.
//!
//! Three programs, module workers of WebAssembly (`wasm-bindgen --target web`): `trainer` carries burn,
//! `lab-trainer` only the labs whose arithmetic is by hand, which makes it a fraction of the size;
//! `checkpoint-reader` opens trained models from the visitor's disk, and alone has a tokeniser.
//! Nothing here names a session: the linker then leaves out of a program what it never opens.

pub mod attention;
#[cfg(feature = "bench")]
mod bench;
pub mod checkpoint;
pub mod lab;
mod pace;
mod scope;
pub mod session;
pub mod source;
mod spelling;
mod worker;

use session::Open;

/// Starts listening, if this is a worker. `engine` is what does the arithmetic, in words.
pub fn start(open: Open, engine: &str) {
    // Not in a worker, for example in Node: the module offers only what it exports.
    let Some(scope) = scope::Scope::current() else { return };
    scope::Scope::report_panics();
    worker::Worker::start(scope, open, engine);
}
