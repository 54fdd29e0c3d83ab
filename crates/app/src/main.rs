//! The site: router and shell.

fn main() {}
