//! The worker that runs nets: decodes requests, calls `nets`, emits events, reports a panic.
//!
//! A module worker of WebAssembly, `wasm-bindgen --target web`. Nothing is computed here; what is
//! decided here is only when to train, when to listen and when to speak.

mod attention;
#[cfg(feature = "bench")]
mod bench;
mod boundary;
mod lab;
mod pace;
mod scope;
mod session;
mod worker;

fn main() {
    let Some(scope) = scope::Scope::current() else {
        // Not in a worker, for example in Node: the module offers only what it exports.
        return;
    };
    scope::Scope::report_panics();
    worker::Worker::start(scope);
}
