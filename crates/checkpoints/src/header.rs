//! What a safetensors file says is in it: names, kinds, shapes and places of its tensors.
//!
//! The format (github.com/huggingface/safetensors, "Format"): a little-endian length of eight bytes,
//! a JSON header so long, then the tensors, end to end. The crate of the format's authors reads the
//! header and refuses holes, overlaps and lengths that do not fit the shapes. What is added here is
//! what it leaves out: names given twice, and the length of a file that is not in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;

use safetensors::Dtype;
use safetensors::tensor::Metadata;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use crate::Refusal;

/// Bytes of the length before the header.
pub const LENGTH_BYTES: usize = 8;

/// The format's own limit for a header, in bytes.
const LONGEST: u64 = 100_000_000;

/// What is in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// Where the first tensor begins, in bytes from the start of the file.
    pub data_begin: u64,
    /// Length of the whole file, in bytes.
    pub file_bytes: u64,
    /// Each tensor by its name.
    pub tensors: BTreeMap<String, Tensor>,
}

/// One tensor of a file, row by row.
#[derive(Clone, Debug, PartialEq)]
pub struct Tensor {
    /// What its numbers are.
    pub dtype: Dtype,
    /// Its axes, outermost first.
    pub shape: Vec<u64>,
    /// Where it lies, in bytes from the start of the file.
    pub bytes: Range<u64>,
}

/// Bytes to read from the start of a file to have its header, given its first eight.
///
/// # Errors
/// A [`Refusal`] where they cannot be the length of a header.
pub fn length(first: [u8; LENGTH_BYTES]) -> Result<u64, Refusal> {
    let json = u64::from_le_bytes(first);
    if json > LONGEST {
        return Err(Refusal::Format(format!("its header would be {json} bytes long")));
    }
    Ok(LENGTH_BYTES as u64 + json)
}

/// Reads the header: `start` holds at least as many bytes as [`length`] says, `file_bytes` is the
/// length of the whole file.
///
/// # Errors
/// A [`Refusal`] for anything but the header of a file of that length that WebAssembly can address.
pub fn read(start: &[u8], file_bytes: u64) -> Result<Header, Refusal> {
    let cut = || Refusal::Format("it ends within its header".into());
    let data_begin = length(*start.first_chunk().ok_or_else(cut)?)?;
    let json = start.get(LENGTH_BYTES..data_begin as usize).ok_or_else(cut)?;
    // The format's crate counts in `usize`, which has 32 bits in a browser.
    if u32::try_from(file_bytes).is_err() {
        return Err(Refusal::LongFile { bytes: file_bytes });
    }
    let unreadable = |error: serde_json::Error| Refusal::Format(error.to_string());
    serde_json::Deserializer::from_slice(json).deserialize_map(Names).map_err(unreadable)?;
    let metadata: Metadata = serde_json::from_slice(json).map_err(unreadable)?;
    let expected = data_begin + metadata.data_len() as u64;
    if expected != file_bytes {
        return Err(Refusal::Length { expected, found: file_bytes });
    }
    let tensors = metadata.tensors().into_iter().map(|(name, info)| {
        let (begin, end) = info.data_offsets;
        let bytes = data_begin + begin as u64..data_begin + end as u64;
        let shape = info.shape.iter().map(|&axis| axis as u64).collect();
        (name, Tensor { dtype: info.dtype, shape, bytes })
    });
    Ok(Header { data_begin, file_bytes, tensors: tensors.collect() })
}

/// Goes through the names of a JSON object and refuses one that comes twice.
struct Names;

impl<'de> Visitor<'de> for Names {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of tensors")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut seen = BTreeSet::new();
        while let Some((name, _)) = map.next_entry::<String, IgnoredAny>()? {
            if let Some(twice) = seen.replace(name) {
                return Err(A::Error::custom(format_args!("{twice} is in it twice")));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(json: &str) -> Vec<u8> {
        [&(json.len() as u64).to_le_bytes()[..], json.as_bytes()].concat()
    }

    fn check(json: &str, data_bytes: u64, expect: &str) {
        let start = file(json);
        let got = read(&start, start.len() as u64 + data_bytes);
        let got = got.map_or_else(|refusal| refusal.to_string(), |header| format!("{header:?}"));
        assert!(got.contains(expect), "{json}: {got}");
    }

    #[test]
    fn tensors_are_found_where_they_lie() {
        let json = r#"{"__metadata__":{"format":"pt"},
            "b":{"dtype":"F16","shape":[2],"data_offsets":[24,28]},
            "a":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]}}"#;
        let start = file(json);
        let begin = start.len() as u64;
        let header = read(&start, begin + 28).unwrap();
        assert_eq!(header.data_begin, begin);
        let tensor = |dtype, shape: &[u64], from, to| Tensor {
            dtype,
            shape: shape.to_vec(),
            bytes: begin + from..begin + to,
        };
        assert_eq!(header.tensors["a"], tensor(Dtype::F32, &[2, 3], 0, 24));
        assert_eq!(header.tensors["b"], tensor(Dtype::F16, &[2], 24, 28));
    }

    #[test]
    fn broken_headers_are_refused() {
        let one = |shape: &str, from: u64, to: u64| {
            format!(r#"{{"a":{{"dtype":"F32","shape":{shape},"data_offsets":[{from},{to}]}}}}"#)
        };
        check(&one("[2]", 0, 8), 8, "Header");
        check(&one("[2]", 0, 8), 7, "was the download complete?");
        check(&one("[2]", 0, 8), 9, "was the download complete?");
        check(&one("[3]", 0, 8), 8, "invalid shape");
        check(&one("[2]", 4, 12), 12, "invalid offset");
        check(&one("[2]", 8, 0), 8, "invalid offset");
        check(&one("[4294967295,4294967295,4294967295]", 0, 8), 8, "overflow");
        check(&one("[2]", 0, 8).replace("F32", "X9"), 8, "unknown variant");
        check("[]", 0, "not a safetensors file");
        check("", 0, "not a safetensors file");
        check("{}", u64::from(u32::MAX), "4 GB");
        let entry = r#""a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}"#;
        check(&format!("{{{entry},{entry}}}"), 4, "a is in it twice");
        let overlap = entry.replace("\"a\"", "\"b\"");
        check(&format!("{{{entry},{overlap}}}"), 4, "invalid offset");
    }

    #[test]
    fn a_length_that_cannot_be_is_refused() {
        assert_eq!(length([2, 1, 0, 0, 0, 0, 0, 0]), Ok(266));
        assert!(length([0xff; 8]).is_err());
        assert!(read(b"PK\x03\x04 a zip, say", 100).is_err());
        assert!(read(&[1, 2], 2).is_err());
        assert!(read(&file("{}")[..9], 9).is_err());
    }
}
