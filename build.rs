//! Makes a new file under `templates/` reach the program: the files are embedded at compile time, and
//! without this only changes to files already there would be noticed. Must not know anything else.

fn main() {
    println!("cargo:rerun-if-changed=templates");
}
