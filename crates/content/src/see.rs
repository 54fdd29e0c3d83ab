//! Where else on the site something can be seen.

use serde::{Deserialize, Serialize};

/// A link to an item that shows what is spoken of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct See {
    /// Below the site's root, without a slash at its front: `labs/normalisation/`, with its fragment.
    pub path: String,
    /// Title of the item; with the fragment in words, where there is one.
    pub title: String,
}
