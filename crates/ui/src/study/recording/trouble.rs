//! What can keep an answer from being recorded or kept, and what to do about it.

use std::fmt;

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// Why nothing is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The page stands in another page.
    Framed,
    /// The page came over a connection on which browsers give no devices.
    Insecure,
    /// This browser does not record.
    Missing,
    /// The visitor, or the system, said no.
    Refused,
    /// There is no such device.
    NoDevice,
    /// Something else uses it.
    Busy,
    /// Something else, in the browser's words.
    Other(String),
}

impl Trouble {
    /// What an error of the browser means.
    pub fn from_error(error: &JsValue) -> Self {
        // Not every one is a DOMException: WebKit's OverconstrainedError is not.
        let text = |name: &str| {
            let found = Reflect::get(error, &name.into()).ok();
            found.and_then(|it| it.as_string()).unwrap_or_default()
        };
        Self::from_name(&text("name"), &text("message"))
    }

    fn from_name(name: &str, words: &str) -> Self {
        match name {
            "NotAllowedError" | "SecurityError" => Self::Refused,
            "NotFoundError" | "OverconstrainedError" => Self::NoDevice,
            "NotReadableError" | "AbortError" => Self::Busy,
            "NotSupportedError" => Self::Missing,
            _ => Self::Other(words.to_owned()),
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Framed => "Recording is not offered inside another page. Open this question on its own site.",
            Self::Insecure => {
                "Browsers give no microphone to a page that came over plain http. Open this site over https, or from this machine."
            }
            Self::Missing => {
                "This browser does not record. Say your answer aloud against the clock, and note it here."
            }
            Self::Refused => {
                "The microphone or the camera was refused. Allow it for this site in the browser's address bar or settings, then press Record again."
            }
            Self::NoDevice => {
                "There is no microphone, or no camera, on this device. Plug one in and press Record again."
            }
            Self::Busy => {
                "The microphone or the camera does not answer: another program may be using it. Close that and press Record again."
            }
            Self::Other(words) => return write!(f, "Nothing was recorded ({words}). Press Record to try again."),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_says_what_to_do() {
        let said = |name: &str| Trouble::from_name(name, "odd").to_string();
        assert!(said("NotAllowedError").contains("Allow it"));
        assert!(said("NotFoundError").contains("Plug one in"));
        assert!(said("NotReadableError").contains("another program"));
        assert!(said("NotSupportedError").contains("against the clock"));
        assert!(said("InvalidStateError").contains("(odd)"));
    }
}
