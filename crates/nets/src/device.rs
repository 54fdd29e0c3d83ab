//! The one place that names burn's backend.
//!
//! The feature `ndarray` is the default; `flex` swaps it. Models are written once, against burn's
//! device-independent tensors.

#[cfg(not(any(feature = "ndarray", feature = "flex")))]
compile_error!("nets needs one of burn's CPU backends: feature `ndarray` (default) or `flex`");

use burn::tensor::Device;

/// The device that every burn tensor of this crate lives on, recording operations for autodiff.
pub fn training() -> Device {
    plain().autodiff()
}

/// The same device without recording: for looking, not for training.
pub fn plain() -> Device {
    // Deprecated in favour of flex, which is as fast here but bigger on the wire; measured in
    // `cargo xtask bench`.
    #[cfg(not(feature = "flex"))]
    #[allow(deprecated)]
    return Device::ndarray();
    #[cfg(feature = "flex")]
    return Device::flex();
}

/// What does the arithmetic, for people: `burn 0.22, ndarray`.
pub fn name() -> &'static str {
    if cfg!(feature = "flex") { "burn 0.22, flex" } else { "burn 0.22, ndarray" }
}
