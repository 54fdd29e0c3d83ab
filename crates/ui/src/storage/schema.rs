//! What stores the database has, and how it got them: a step a version, none of which is ever changed.

use idb::{KeyPath, ObjectStoreParams};

use super::{
    Store,
    database::{ASIDE, RECORDED},
};

/// Leads the schema from one version to the next.
pub(super) type Migration = fn(&idb::Database) -> Result<(), idb::Error>;

/// One step a schema version, the first leading from nothing to version 1.
pub(super) const MIGRATIONS: [Migration; 3] = [create_stores, add_study, add_recordings];

/// The stores of version 1: a later one has a step of its own.
fn create_stores(database: &idb::Database) -> Result<(), idb::Error> {
    let first = [Store::Code, Store::Progress, Store::Settings].map(Store::name);
    first.into_iter().chain([ASIDE]).try_for_each(|name| create(database, name))
}

fn add_study(database: &idb::Database) -> Result<(), idb::Error> {
    create(database, Store::Study.name())
}

fn add_recordings(database: &idb::Database) -> Result<(), idb::Error> {
    [Store::Recordings.name(), RECORDED].into_iter().try_for_each(|name| create(database, name))
}

fn create(database: &idb::Database, name: &str) -> Result<(), idb::Error> {
    let mut params = ObjectStoreParams::new();
    params.key_path(None::<KeyPath>);
    database.create_object_store(name, params).map(drop)
}
