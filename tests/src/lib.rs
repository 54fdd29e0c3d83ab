//! What the browser tests stand on: three browsers through WebDriver, the built site and a foreign
//! blog on ports of their own, and waits that poll instead of sleeping.
//!
//! The tests themselves are in `browser/`. They cover what only a browser can show; everything else
//! is tested natively in the crate that does it.

pub mod browser;
pub mod editor;
pub mod harness;
pub mod listener;
pub mod site;
pub mod visit;
