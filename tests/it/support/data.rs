//! Real data that stays outside the repository (`../shared/data`).

use std::path::{Path, PathBuf};

/// A file or folder of it, or nothing where it is missing on a developer's machine.
#[expect(
    clippy::disallowed_methods,
    reason = "whether a missing folder may be passed over is no setting of the product"
)]
pub fn shared_data(part: &str) -> Option<PathBuf> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    if data.is_dir() {
        return Some(data.join(part));
    }
    assert!(std::env::var_os("CI").is_none(), "{} is missing", data.display());
    eprintln!("not tried: {} is missing", data.display());
    None
}
