//! What JavaScript calls: a place for one call's operands, and the call itself.
//!
//! `www/python/worker/kernels.js` writes a table to the reserved memory: the number of operands,
//! the number of parameters, then address and bytes of each operand, then the parameters. Each
//! operand lies in the same reserved memory, aligned to 16 bytes, none overlapping another.
#![allow(unsafe_code)]

use std::sync::Mutex;

use crate::call;

/// A unit of reserved memory; wide enough to give the operands their alignment.
type Block = u128;

/// The reserved memory; kept from call to call unless it is far larger than what is asked for.
static RESERVED: Mutex<Vec<Block>> = Mutex::new(Vec::new());

/// What is kept even when a call needs less, in bytes.
const KEPT_BYTES: usize = 8 << 20;

const MALFORMED: i32 = -2;

/// Reserves memory for one call; returns its address, or 0 when there is not enough.
#[unsafe(no_mangle)]
pub extern "C" fn reserve(bytes: usize) -> *mut u8 {
    let Ok(mut reserved) = RESERVED.lock() else { return std::ptr::null_mut() };
    let blocks = bytes.div_ceil(size_of::<Block>());
    let kept = reserved.len() * size_of::<Block>();
    if kept > KEPT_BYTES && kept / 4 > bytes {
        *reserved = Vec::new();
    }
    if reserved.len() < blocks {
        *reserved = Vec::new();
        if reserved.try_reserve_exact(blocks).is_err() {
            return std::ptr::null_mut();
        }
        reserved.resize(blocks, 0);
    }
    reserved.as_mut_ptr().cast()
}

/// Runs the call whose table lies at `table`; returns its flags, or a negative number.
///
/// # Safety
///
/// `table` is what the latest [`reserve`] returned, and JavaScript has written a whole table there.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn run(table: *const i32) -> i32 {
    // SAFETY: the caller has written the two counts and, after them, as many words as they say.
    let (counts, words) = unsafe {
        let counts = std::slice::from_raw_parts(table, 2);
        let length = 2 * counts[0] as usize + counts[1] as usize;
        (counts, std::slice::from_raw_parts(table.add(2), length))
    };
    let (places, parameters) = words.split_at(2 * counts[0] as usize);
    let mut operands: Vec<&mut [u8]> = Vec::with_capacity(counts[0] as usize);
    for place in places.chunks_exact(2) {
        // SAFETY: the caller has placed each operand inside the reserved memory, aligned, behind
        // the table and apart from the others; nothing else refers to that memory during the call.
        operands.push(unsafe {
            std::slice::from_raw_parts_mut(place[0] as usize as *mut u8, place[1] as usize)
        });
    }
    call::run(parameters, &mut operands).unwrap_or(MALFORMED)
}
