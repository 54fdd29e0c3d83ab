//! The project's own sources and dependencies, held to its rules.

use xtask::project::Project;
use xtask::{layers, shared, tidy};

#[test]
fn sources_are_tidy() {
    let problems = tidy::problems(&Project::find().unwrap()).unwrap();
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn no_crate_depends_on_what_its_layer_forbids() {
    let broken = layers::broken(&Project::find().unwrap()).unwrap();
    assert!(broken.is_empty(), "forbidden dependencies:\n{}", broken.join("\n"));
}

#[test]
fn app_and_embed_share_every_crate_below_them() {
    let twice = shared::built_twice(&Project::find().unwrap()).unwrap();
    assert!(twice.is_empty(), "put these features into ui:\n{}", twice.join("\n"));
}
