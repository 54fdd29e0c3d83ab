//! One widget in a frame.

fn main() {}
