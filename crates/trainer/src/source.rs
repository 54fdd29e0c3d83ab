//! Files that a visitor handed over, read piece by piece where the browser keeps them.

use std::ops::Range;

use js_sys::Uint8Array;
use web_sys::{Blob, FileReaderSync};

/// A file that is read piece by piece.
pub trait Source {
    /// Its length.
    fn bytes(&self) -> u64;

    /// Puts these bytes of it into `piece`, in the place of what is there.
    ///
    /// # Errors
    /// Why they cannot be read, in words for the visitor.
    fn read(&self, bytes: Range<u64>, piece: &mut Vec<u8>) -> Result<(), String>;
}

/// A file in the browser. What is not asked for is not read.
pub struct Handle(pub Blob);

impl Source for Handle {
    fn bytes(&self) -> u64 {
        self.0.size() as u64
    }

    fn read(&self, bytes: Range<u64>, piece: &mut Vec<u8>) -> Result<(), String> {
        let part = self.0.slice_with_f64_and_f64(bytes.start as f64, bytes.end as f64);
        let read = part.and_then(|part| FileReaderSync::new()?.read_as_array_buffer(&part));
        // Most often a file that was changed, moved or removed after it had been chosen.
        let read = read.map_err(|_| "the browser can no longer read it; choose it again")?;
        let read = Uint8Array::new(&read);
        piece.clear();
        piece.resize(read.length() as usize, 0);
        read.copy_to(piece);
        Ok(())
    }
}

#[cfg(test)]
impl Source for Vec<u8> {
    fn bytes(&self) -> u64 {
        self.len() as u64
    }

    fn read(&self, bytes: Range<u64>, piece: &mut Vec<u8>) -> Result<(), String> {
        let end = (bytes.end as usize).min(self.len());
        piece.clear();
        piece.extend_from_slice(&self[bytes.start as usize..end]);
        Ok(())
    }
}
