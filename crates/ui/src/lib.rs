//! Yew components, one reducer a room, worker clients, storage.
//!
//! Used by the programs of the pages: `app` (the site) and those of `embed` (one for each kind of
//! room). Knows nothing of routes, of training arithmetic or of how an answer is graded.

mod address;
pub mod attention;
pub mod bytes;
pub mod catalogue;
pub mod components;
pub mod dates;
pub mod failure;
pub mod figure;
mod files;
pub mod interview;
pub mod labs;
pub mod navigation;
pub mod notices;
pub mod on_demand;
pub mod pages;
pub mod practice;
pub mod progress;
mod save;
pub mod script;
pub mod site;
pub mod storage;
pub mod study;
mod surroundings;
pub mod theme;
pub mod widget;
pub mod worker;
