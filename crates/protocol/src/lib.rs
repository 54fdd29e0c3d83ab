//! What a page and its workers say to each other: requests, events, a version, and a codec that
//! never panics.
//!
//! Two conversations:
//!
//! * [`trainer`]: the page and the Rust worker that runs nets. Both ends are Rust, so the wire is
//!   compact [`postcard`](codec::encode_trainer) bytes.
//! * [`python`]: the page and the Python worker. The far end is JavaScript and Python, so the wire
//!   is JSON text.
//!
//! This crate holds no logic, no tensors, and never uses `expect`: whatever arrives decodes to a
//! `Result`.

pub mod attention;
pub mod codec;
pub mod lab;
pub mod python;
pub mod trainer;
pub mod value;

pub use codec::{DecodeError, decode_python, decode_trainer, encode_python, encode_trainer};

/// Version of every message in this crate. Both ends say it in their first message; a page and a
/// worker of different builds refuse each other instead of misreading.
pub const VERSION: u16 = 1;
