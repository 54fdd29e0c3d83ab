//! Points in time as the visitor's own browser writes them.

use js_sys::{Date, Object, Reflect};

/// Day and time of a moment given in milliseconds since 1970: `21 Nov, 14:05`.
#[must_use]
pub fn day_and_time(at_ms: f64) -> String {
    let options = Object::new();
    for (name, value) in [("month", "short"), ("hour", "2-digit"), ("minute", "2-digit")] {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    let _ = Reflect::set(&options, &"day".into(), &"numeric".into());
    Date::new(&at_ms.into()).to_locale_string("en-GB", &options).into()
}
