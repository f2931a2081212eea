//! Judges in Python: programs of others that read what the product writes.

use std::{
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

/// What a script of `tests/tools`, whose environment `make test` installs, exits with for this input: 0 where it is content, 1 where it is not.
pub fn judged(script: &str, arguments: &[&str], input: &[u8]) -> i32 {
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools");
    let mut child = Command::new(tools.join(".venv/bin/python"))
        .arg("-I")
        .arg(tools.join(script))
        .args(arguments)
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait().unwrap().code().unwrap()
}
