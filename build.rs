//! Makes sure that the folder the portal is embedded from exists, so that the server compiles before the portal is built,
//! and that it is embedded anew whenever it changes.

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=frontend/dist");
    std::fs::create_dir_all("frontend/dist")
}
