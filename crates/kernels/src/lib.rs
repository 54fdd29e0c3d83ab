//! Array kernels for the numpy package of the Python worker.
//!
//! Loops over numbers and nothing else: no Python, no DOM, no policy about dtypes. A call is a
//! list of parameters and a list of operands, each a block of bytes; [`call::run`] checks both and
//! picks the loop. Everything is safe code except [`abi`], where the blocks come from addresses
//! that JavaScript passes, and the one call into the matrix-multiply crate.

#[cfg(target_arch = "wasm32")]
pub mod abi;
pub mod call;
pub mod cast;
pub mod codes;
pub mod element;
pub mod elementwise;
pub mod float;
pub mod integer;
pub mod linalg;
pub mod matmul;
pub mod reduce;
pub mod sort;
