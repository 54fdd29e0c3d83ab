//! The one place that names burn's backend.
//!
//! The feature `ndarray` is the default; `flex` swaps it. Models are written once, against burn's
//! device-independent tensors. Tests are built with `either`, so that burn is compiled once for both,
//! and say in the environment which one they run on.

#[cfg(not(any(feature = "ndarray", feature = "flex")))]
compile_error!("nets needs one of burn's CPU backends: feature `ndarray` (default) or `flex`");

use burn::tensor::Device;

/// The device that every burn tensor of this crate lives on, recording operations for autodiff.
pub fn training() -> Device {
    plain().autodiff()
}

/// The same device without recording: for looking, not for training.
pub fn plain() -> Device {
    if is_flex() { flex() } else { ndarray() }
}

/// What does the arithmetic, for people: `burn 0.22, ndarray`.
pub fn name() -> &'static str {
    if is_flex() { "burn 0.22, flex" } else { "burn 0.22, ndarray" }
}

#[cfg(feature = "either")]
fn is_flex() -> bool {
    std::env::var("WARMSTART_ENGINE").is_ok_and(|engine| engine == "flex")
}

#[cfg(not(feature = "either"))]
fn is_flex() -> bool {
    cfg!(feature = "flex")
}

/// Deprecated in favour of flex, which is as fast here but bigger on the wire; measured in
/// `cargo xtask bench`.
#[cfg(feature = "ndarray")]
#[allow(deprecated)]
fn ndarray() -> Device {
    Device::ndarray()
}

#[cfg(feature = "flex")]
fn flex() -> Device {
    Device::flex()
}

#[cfg(not(feature = "ndarray"))]
use flex as ndarray;

#[cfg(not(feature = "flex"))]
use ndarray as flex;
