//! Files: copied for nobody else's eyes, hashed, and on the disk before anything is said about them.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read as _, Write as _},
    os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _},
    path::Path,
};

use sha2::{Digest as _, Sha256};

use crate::{
    backups::{BackupError, rules},
    platform::secret_file,
};

/// Makes a folder that only the service's own user may enter.
pub(super) fn private_folder(path: &Path) -> Result<(), BackupError> {
    secret_file::private_folder(path).map_err(|error| BackupError::file(path, error))
}

/// Insists that nothing is there, or an empty folder.
pub(super) fn must_be_empty(path: &Path) -> Result<(), BackupError> {
    let refused = || BackupError::Refused(format!("{} is not empty; nothing was written", path.display()));
    match fs::read_dir(path) {
        Ok(mut entries) => entries.next().map_or(Ok(()), |_| Err(refused())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(BackupError::file(path, error)),
    }
}

/// Writes a new file that only the service's own user may read.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), BackupError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600);
    let written = options.open(path).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(|error| BackupError::file(path, error))
}

/// Copies a file to a new one that only the service's own user may read.
pub(super) fn copy(from: &Path, to: &Path) -> Result<(), BackupError> {
    let mut source = File::open(from).map_err(|error| BackupError::file(from, error))?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600);
    let copied = options.open(to).and_then(|mut file| {
        io::copy(&mut source, &mut file)?;
        file.sync_all()
    });
    copied.map_err(|error| BackupError::file(to, error))
}

/// Copies every file below a folder, except drafts, whose names begin with a dot. What is not there is left out.
pub(super) fn copy_folder(from: &Path, to: &Path) -> Result<(), BackupError> {
    let entries = match fs::read_dir(from) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(|error| BackupError::file(from, error))?,
    };
    private_folder(to)?;
    for entry in entries {
        let entry = entry.map_err(|error| BackupError::file(from, error))?;
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            copy(&entry.path(), &target)?;
        }
    }
    Ok(())
}

/// Makes what another program wrote into a folder private, and safe from a loss of power.
pub(super) fn settle(path: &Path) -> Result<(), BackupError> {
    let settled = File::open(path).and_then(|file| {
        file.set_permissions(fs::Permissions::from_mode(0o600))?;
        file.sync_all()
    });
    settled.map_err(|error| BackupError::file(path, error))
}

/// Every file below a folder with its size and hash, in order.
pub(super) fn listed(folder: &Path) -> Result<Vec<rules::File>, BackupError> {
    let mut files = Vec::new();
    list(folder, folder, &mut files)?;
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(files)
}

fn list(root: &Path, folder: &Path, files: &mut Vec<rules::File>) -> Result<(), BackupError> {
    for entry in fs::read_dir(folder).map_err(|error| BackupError::file(folder, error))? {
        let path = entry.map_err(|error| BackupError::file(folder, error))?.path();
        if path.is_dir() {
            list(root, &path, files)?;
            continue;
        }
        let (bytes, sha256) = hash(&path)?;
        let below = path.strip_prefix(root).unwrap_or(&path);
        files.push(rules::File {
            path: below.to_string_lossy().into_owned(),
            bytes,
            sha256,
        });
    }
    Ok(())
}

/// A file's size and SHA-256.
pub(super) fn hash(path: &Path) -> Result<(u64, String), BackupError> {
    let hashed = File::open(path).and_then(|mut file| {
        let (mut hash, mut bytes, mut buffer) = (Sha256::new(), 0, vec![0; 128 * 1024]);
        loop {
            let read = file.read(&mut buffer)?;
            if read == 0 {
                return Ok((bytes, format!("{:x}", hash.finalize())));
            }
            bytes += read as u64;
            hash.update(&buffer[..read]);
        }
    });
    hashed.map_err(|error| BackupError::file(path, error))
}

/// Makes the names in a folder safe from a loss of power.
pub(super) fn sync_folder(path: &Path) -> Result<(), BackupError> {
    let synced = File::open(path).and_then(|folder| folder.sync_all());
    synced.map_err(|error| BackupError::file(path, error))
}
