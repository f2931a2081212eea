//! What a backup says of itself, and whether it can be believed and used here.

use std::{
    collections::BTreeMap,
    path::{Component, Path},
};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The form of the manifests of this version.
pub const FORMAT: u32 = 1;
/// The manifest's name in a backup's folder.
pub const MANIFEST: &str = "manifest.json";
/// The copy of the database in a backup's folder.
pub const SQLITE_COPY: &str = "database.sqlite";
/// The dump of the database in a backup's folder.
pub const POSTGRES_DUMP: &str = "database.dump";
/// The folder of a backup that holds what comes from the data folder.
pub const FILES: &str = "files";

/// The kinds of database there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// SQLite.
    Sqlite,
    /// PostgreSQL.
    Postgresql,
}

impl Kind {
    /// The file of the database in a backup's folder.
    #[must_use]
    pub fn file(self) -> &'static str {
        match self {
            Self::Sqlite => SQLITE_COPY,
            Self::Postgresql => POSTGRES_DUMP,
        }
    }
}

/// The end of the audit chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// How many links there are.
    pub links: i64,
    /// Hash of the last one.
    pub hash: String,
}

/// A file of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Where it is, below the backup's folder, with `/`.
    pub path: String,
    /// Bytes.
    pub bytes: u64,
    /// SHA-256 in hex.
    pub sha256: String,
}

/// What the database holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// The migrations it has, in order.
    pub migrations: Vec<String>,
    /// Rows of each table.
    pub rows: BTreeMap<String, i64>,
    /// The end of the audit chain; none while nothing is sealed.
    pub audit: Option<Head>,
}

/// What a backup says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Manifest {
    /// The form of this manifest.
    pub format: u32,
    /// The program's version.
    pub version: String,
    /// When it was begun: what was confirmed before is in it.
    pub taken_at: Timestamp,
    /// The kind of database.
    pub database: Kind,
    /// What the database holds.
    pub contents: Contents,
    /// Every other file of the folder.
    pub files: Vec<File>,
}

impl Manifest {
    /// Whether this version can restore it into a database of that kind.
    ///
    /// # Errors
    /// What stands in the way, for people.
    pub fn check(&self, into: Kind, known: &[String]) -> Result<(), String> {
        if self.format != FORMAT {
            return Err(format!(
                "its manifest has format {}; this version reads {FORMAT}",
                self.format
            ));
        }
        if self.database != into {
            return Err("it comes from the other kind of database; set database_url accordingly".to_owned());
        }
        if let Some(newer) = self.contents.migrations.iter().find(|name| !known.contains(name)) {
            return Err(format!(
                "it was made by a newer version: this one does not know the migration {newer}"
            ));
        }
        match self.files.iter().find(|file| !is_below(&file.path)) {
            Some(file) => Err(format!("{} does not lie in its folder", file.path)),
            None => Ok(()),
        }
    }

    /// Bytes of all files.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|file| file.bytes).sum()
    }
}

/// Whether a path stays below the folder it is taken from.
fn is_below(path: &str) -> bool {
    let mut parts = Path::new(path).components().peekable();
    parts.peek().is_some() && parts.all(|part| matches!(part, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Manifest {
        Manifest {
            format: FORMAT,
            version: "0.1.0".to_owned(),
            taken_at: Timestamp::UNIX_EPOCH,
            database: Kind::Sqlite,
            contents: Contents {
                migrations: vec!["one".to_owned()],
                rows: BTreeMap::new(),
                audit: None,
            },
            files: vec![File {
                path: "files/keys/secret.key".to_owned(),
                bytes: 64,
                sha256: String::new(),
            }],
        }
    }

    #[test]
    fn what_this_version_cannot_restore_is_refused() {
        let known = ["one".to_owned(), "two".to_owned()];
        assert_eq!(manifest().check(Kind::Sqlite, &known), Ok(()));
        assert!(manifest().check(Kind::Postgresql, &known).is_err());
        assert!(
            manifest()
                .check(Kind::Sqlite, &known[1..])
                .unwrap_err()
                .contains("newer")
        );
        let mut other = manifest();
        other.format = 2;
        assert!(other.check(Kind::Sqlite, &known).is_err());
        for path in ["../secret.key", "/etc/passwd", "files/../../x", ""] {
            let mut outside = manifest();
            outside.files[0].path = path.to_owned();
            assert!(outside.check(Kind::Sqlite, &known).is_err(), "{path}");
        }
    }

    #[test]
    fn a_manifest_survives_the_round_trip() {
        let text = serde_json::to_string(&manifest()).unwrap();
        assert_eq!(serde_json::from_str::<Manifest>(&text).unwrap(), manifest());
    }
}
