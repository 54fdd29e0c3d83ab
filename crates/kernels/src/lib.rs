//! Array kernels in wasm for the numpy package of the Python worker.
