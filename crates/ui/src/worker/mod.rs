//! Clients of the two workers. Both notice a worker that has died within a second and can start
//! another one without losing anything of the page.

mod blob;
pub mod python;
pub mod trainer;
