//! The worker that runs nets.

fn main() {}
