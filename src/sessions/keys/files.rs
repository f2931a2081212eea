//! The files that token keys are in. A name says from when its key signs (`token.20260309T010000Z.key`), so a copy on
//! another machine means the same, whatever became of the file's own dates. The first one, `token.key`, signs from the
//! beginning.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

use super::TokenKey;
use crate::platform::{ids::Ids, secret_file};

const FIRST: &str = "token.key";
const FORMAT: &str = "token.%Y%m%dT%H%M%SZ.key";
/// Most keys that are read; the latest count.
const MOST: usize = 16;

/// From when the key of a file signs; `None` where the name is no token key's.
fn signs_from(name: &str) -> Option<Timestamp> {
    if name == FIRST {
        return Some(Timestamp::UNIX_EPOCH);
    }
    let at = DateTime::strptime(FORMAT, name).ok()?;
    at.to_zoned(TimeZone::UTC).ok().map(|at| at.timestamp())
}

fn file_of(folder: &Path, from: Timestamp) -> PathBuf {
    if from == Timestamp::UNIX_EPOCH {
        folder.join(FIRST)
    } else {
        folder.join(from.strftime(FORMAT).to_string())
    }
}

/// Every key in the folder.
pub(super) fn read(folder: &Path) -> io::Result<Vec<Arc<TokenKey>>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        found.extend(name.to_str().and_then(signs_from));
    }
    found.sort_unstable();
    let surplus = found.len().saturating_sub(MOST);
    let mut keys = Vec::with_capacity(found.len() - surplus);
    for from in found.into_iter().skip(surplus) {
        let file = file_of(folder, from);
        let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", file.display()));
        // Another process may have removed it since it was listed.
        if let Some(seed) = secret_file::read(&file).map_err(named)? {
            keys.push(Arc::new(TokenKey::from_seed(&seed, from)));
        }
    }
    Ok(keys)
}

/// Makes the first key, unless another process is quicker.
pub(super) fn make_first(folder: &Path, ids: &dyn Ids) -> io::Result<()> {
    secret_file::read_or_create(&folder.join(FIRST), ids).map(drop)
}

/// Makes a key that signs from then on.
pub(super) fn add(folder: &Path, from: Timestamp, ids: &dyn Ids) -> io::Result<()> {
    secret_file::create(&file_of(folder, from), ids)
}

/// Removes a key; one that is gone already is fine.
pub(super) fn remove(folder: &Path, from: Timestamp) -> io::Result<()> {
    match fs::remove_file(file_of(folder, from)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_from_when_its_key_signs_and_other_files_are_left_alone() {
        let at: Timestamp = "2026-03-09T01:00:00Z".parse().unwrap();
        let folder = Path::new("keys");
        assert_eq!(file_of(folder, at), folder.join("token.20260309T010000Z.key"));
        assert_eq!(signs_from("token.20260309T010000Z.key"), Some(at));
        assert_eq!(signs_from("token.key"), Some(Timestamp::UNIX_EPOCH));
        for other in [
            "secret.key",
            "audit.ed25519",
            ".0123456789abcdef",
            "token..key",
            "token.20260309T010000Z.key~",
            "token.20261309T010000Z.key",
        ] {
            assert_eq!(signs_from(other), None, "{other}");
        }
    }
}
