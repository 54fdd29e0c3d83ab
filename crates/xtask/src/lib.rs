//! Set-up, build, serve, test, bench, size and train: everything that is done to the project from outside.
//!
//! The browser tests use [`server`]; everything else is for the program `xtask`.

pub mod bench;
pub mod build;
pub mod check;
pub mod command;
pub mod files;
pub mod hash;
pub mod layers;
pub mod new;
pub mod pages;
pub mod project;
pub mod server;
pub mod setup;
pub mod shared;
pub mod size;
pub mod test;
pub mod tidy;
pub mod train;
