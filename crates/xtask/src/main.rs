//! Set-up, build, serve, test, bench, size.

fn main() {}
