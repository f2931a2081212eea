//! The fuzzer's corpora, run with the suite: every file that ever mattered, through the parser it was made for.

#[path = "../../fuzz/src/lib.rs"]
mod targets;

use std::{fs, path::Path};

#[test]
fn no_parser_stumbles_over_what_is_known() {
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    for (name, target) in targets::TARGETS {
        let folder = corpora.join(name);
        let mut files: Vec<_> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        files.sort();
        assert!(files.len() >= 5, "{name} has a corpus");
        for file in files {
            println!("{}", file.display());
            let data = fs::read(file).unwrap();
            target(&data);
            // Broken off wherever it may be, and with something turned.
            for end in (0..data.len()).step_by(data.len().div_ceil(64).max(1)) {
                target(&data[..end]);
                let mut turned = data.clone();
                turned[end] ^= 0x55;
                target(&turned);
            }
        }
    }
}
