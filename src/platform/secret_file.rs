//! Secrets in files that only the service's own user may read, made at the first start.

use std::{
    fs,
    io::{self, Write as _},
    path::Path,
};

use super::ids::Ids;

/// The secret in `file`, made first where there is none. Two processes that start at once end with the same one: the file
/// appears whole, under its name, or not at all.
///
/// # Errors
/// Where the file cannot be read or made, or holds something else than 32 bytes in hex.
pub fn read_or_create(file: &Path, ids: &dyn Ids) -> io::Result<[u8; 32]> {
    if let Some(secret) = read(file)? {
        return Ok(secret);
    }
    match create(file, ids) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => read(file)?.ok_or_else(|| io::ErrorKind::NotFound.into()),
    }
}

/// Makes a new secret in `file`, whose folder is made where there is none.
///
/// # Errors
/// `AlreadyExists` where there is such a file; else where it cannot be made.
pub fn create(file: &Path, ids: &dyn Ids) -> io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    private_folder(folder)?;
    let draft = folder.join(format!(".{}", hex(&ids.secret()[..8])));
    write_private(&draft, &hex(&ids.secret()))?;
    let linked = fs::hard_link(&draft, file);
    fs::remove_file(&draft)?;
    linked
}

/// Makes a folder where there is none that only the service's own user may enter: what is in it is for nobody else.
///
/// # Errors
/// Where it cannot be made.
pub fn private_folder(path: &Path) -> io::Result<()> {
    let mut folder = fs::DirBuilder::new();
    folder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
    folder.create(path)
}

/// Closes a folder to others where it was open to them and the service may do that.
///
/// # Errors
/// Where nothing can be known of it.
#[cfg(unix)]
pub fn close_to_others(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = fs::metadata(path)?.permissions().mode();
    if mode & 0o077 != 0
        && let Err(error) = fs::set_permissions(path, fs::Permissions::from_mode(mode & 0o700))
    {
        tracing::warn!(%error, folder = %path.display(), "others may enter a folder that holds secrets");
    }
    Ok(())
}

/// The secret in `file`, or `None` where there is no such file.
///
/// # Errors
/// Where the file cannot be read or holds something else than 32 bytes in hex.
pub fn read(file: &Path) -> io::Result<Option<[u8; 32]>> {
    match fs::read_to_string(file) {
        Ok(text) => from_hex(text.trim())
            .map(Some)
            .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "not 32 bytes in hex")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn write_private(file: &Path, text: &str) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(file)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn from_hex(text: &str) -> Option<[u8; 32]> {
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    let mut bytes = [0; 32];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * at..2 * at + 2], 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::ids::SystemIds;

    #[test]
    fn the_secret_is_made_once_and_for_nobody_else() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("keys/one.key");
        let secrets: Vec<_> = std::thread::scope(|scope| {
            let starts: Vec<_> = (0..8)
                .map(|_| scope.spawn(|| read_or_create(&file, &SystemIds).unwrap()))
                .collect();
            starts.into_iter().map(|start| start.join().unwrap()).collect()
        });
        assert!(secrets.iter().all(|secret| *secret == secrets[0]));
        let entries: Vec<_> = fs::read_dir(folder.path().join("keys")).unwrap().collect();
        assert_eq!(entries.len(), 1);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn a_file_with_something_else_is_an_error_and_stays() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("one.key");
        fs::write(&file, "線".repeat(32)).unwrap();
        assert!(read_or_create(&file, &SystemIds).is_err());
        assert_eq!(fs::read_to_string(&file).unwrap(), "線".repeat(32));
    }
}
