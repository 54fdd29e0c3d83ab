//! Principal components.

mod components;

pub use components::Components;
