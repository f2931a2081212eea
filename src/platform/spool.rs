//! Files that the service makes and hands out, by name: in a folder of the data folder that nobody else may enter.
//!
//! The one door to them, so that another keeper can stand behind it. A file appears whole, under its name, or not at all.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::secret_file;

/// Files by name.
#[derive(Debug, Clone)]
pub struct Spool(PathBuf);

impl Spool {
    /// The files of a data folder.
    #[must_use]
    pub fn new(data_dir: &Path) -> Self {
        Self(data_dir.join("exports"))
    }

    /// Keeps a file, in the place of one of the same name.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub async fn put(&self, name: &str, bytes: Vec<u8>) -> io::Result<()> {
        let (folder, whole, part) = (self.0.clone(), self.path(name)?, self.path(&format!("{name}.part"))?);
        let write = move || {
            secret_file::private_folder(&folder)?;
            std::fs::write(&part, bytes)?;
            std::fs::rename(part, whole)
        };
        tokio::task::spawn_blocking(write).await.map_err(io::Error::other)?
    }

    /// A file's bytes.
    ///
    /// # Errors
    /// `NotFound` where there is none; else where it cannot be read.
    pub async fn get(&self, name: &str) -> io::Result<Vec<u8>> {
        tokio::fs::read(self.path(name)?).await
    }

    /// Forgets a file, if there is one.
    ///
    /// # Errors
    /// Where it cannot be removed.
    pub async fn remove(&self, name: &str) -> io::Result<()> {
        match tokio::fs::remove_file(self.path(name)?).await {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Names are ours; one that would lead out of the folder is none.
    fn path(&self, name: &str) -> io::Result<PathBuf> {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        if name.is_empty() || name.starts_with('.') || !name.chars().all(plain) {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        Ok(self.0.join(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_leads_out_of_the_folder() {
        let spool = Spool::new(Path::new("/data"));
        assert_eq!(
            spool.path("export_1.csv").unwrap(),
            Path::new("/data/exports/export_1.csv")
        );
        for name in ["", ".", "..", "../keys/token", "a/b", "/etc/passwd", ".hidden", "a\\b"] {
            assert!(spool.path(name).is_err(), "{name}");
        }
    }
}
