//! Speed, shown and not asserted: `cargo bench`.

fn main() {}
