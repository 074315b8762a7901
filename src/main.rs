//! The program's entry: arguments in, exit code out. Everything else is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    statsbidrag::cli::run(std::env::args_os())
}
