//! Envelope with a version around each message; decoding gives a `Result`.

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::fmt;

use crate::VERSION;

#[derive(Serialize, Deserialize)]
struct Envelope<T> {
    v: u16,
    body: T,
}

/// Why a message could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// The other end speaks another version of the protocol: usually an old tab after an update.
    Version {
        /// What the message says.
        theirs: u16,
        /// What this build speaks.
        ours: u16,
    },
    /// The bytes are no message of this protocol.
    Malformed(String),
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Version { theirs, ours } => {
                write!(f, "message of protocol version {theirs}; this page speaks version {ours}")
            }
            Self::Malformed(why) => write!(f, "unreadable message: {why}"),
        }
    }
}

impl std::error::Error for DecodeError {}

/// Encodes a message to or from the trainer: a little-endian version, then postcard.
///
/// # Errors
/// Only if the message holds something postcard cannot write (a sequence of unknown length).
pub fn encode_trainer<T: Serialize>(body: &T) -> Result<Vec<u8>, DecodeError> {
    let start = VERSION.to_le_bytes().to_vec();
    postcard::to_extend(body, start).map_err(|error| DecodeError::Malformed(error.to_string()))
}

/// Decodes a message to or from the trainer.
///
/// # Errors
/// [`DecodeError`] for another version or for bytes that are no message.
pub fn decode_trainer<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, DecodeError> {
    let (version, body) = bytes
        .split_first_chunk::<2>()
        .ok_or_else(|| DecodeError::Malformed("shorter than its version".into()))?;
    check_version(u16::from_le_bytes(*version))?;
    postcard::from_bytes(body).map_err(|error| DecodeError::Malformed(error.to_string()))
}

/// Encodes a message to or from the Python worker: `{"v":1,"body":…}`.
///
/// # Errors
/// Only if the message cannot be written as JSON (a map with keys that are no strings).
pub fn encode_python<T: Serialize>(body: &T) -> Result<String, DecodeError> {
    serde_json::to_string(&Envelope { v: VERSION, body })
        .map_err(|error| DecodeError::Malformed(error.to_string()))
}

/// Decodes a message to or from the Python worker. The version is looked at before the body.
///
/// # Errors
/// [`DecodeError`] for another version or for text that is no message.
pub fn decode_python<T: DeserializeOwned>(text: &str) -> Result<T, DecodeError> {
    #[derive(Deserialize)]
    struct VersionOnly {
        v: u16,
    }
    let malformed = |error: serde_json::Error| DecodeError::Malformed(error.to_string());
    check_version(serde_json::from_str::<VersionOnly>(text).map_err(malformed)?.v)?;
    Ok(serde_json::from_str::<Envelope<T>>(text).map_err(malformed)?.body)
}

fn check_version(theirs: u16) -> Result<(), DecodeError> {
    if theirs == VERSION { Ok(()) } else { Err(DecodeError::Version { theirs, ours: VERSION }) }
}
