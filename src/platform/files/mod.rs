//! Where files are kept: a folder, or a bucket of an S3 service. Knows bytes, their hashes and nothing of what they mean.
//!
//! - Bytes come in as a stream and are hashed on the way: SHA-256 of the whole, and of each MiB. Nothing is ever held whole.
//! - What is complete is moved to a place that its hash names (`sha256/ab/cd/…`); until then it lies under `incoming/`.
//! - Whatever is read is compared with these hashes before it goes anywhere: a range by its chunks, so that the middle of a
//!   film costs what the middle of a film costs.

mod incoming;
mod reading;

use std::{
    fs, io,
    ops::Range,
    path::{Path as FilePath, PathBuf},
    sync::Arc,
};

use bytes::Bytes;
use futures_util::StreamExt as _;
use jiff::Timestamp;
use object_store::{
    ObjectStore, ObjectStoreExt as _, aws::AmazonS3Builder, local::LocalFileSystem, path::Path, prefix::PrefixStore,
};
use tokio::sync::OnceCell;
use url::Url;
use uuid::Uuid;

use super::{config::Config, secret_file};

pub use incoming::{Incoming, Received};
pub use reading::{CHUNK, Chunks, Verified};

/// The folder below the data folder where files are kept unless a setting names another place.
pub const FOLDER: &str = "files";
/// Where bytes lie that are not complete yet.
const INCOMING: &str = "incoming";
/// Where complete ones lie, below the folder.
pub const KEPT: &str = "sha256";
/// Where those lie that the service made, under names of its own.
const MADE: &str = "exports";

/// Why bytes were not written or read. What the store said went to the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// The disk is full.
    #[error("there is no room for files")]
    NoRoom,
    /// The store does not answer, or refuses.
    #[error("the file store is out of reach")]
    Unreachable,
    /// The bytes are not there.
    #[error("the bytes are not there")]
    Missing,
    /// The bytes are not those that were stored.
    #[error("the bytes are not those that were stored")]
    Changed,
}

/// Where files are kept, as the settings say.
#[derive(Debug, Clone)]
enum Place {
    Folder(PathBuf),
    Bucket(Box<AmazonS3Builder>, String),
}

/// The file store of this process; opened when it is first needed.
#[derive(Debug)]
pub struct Files {
    place: Place,
    store: OnceCell<Arc<dyn ObjectStore>>,
}

impl Files {
    /// The store of these settings.
    #[must_use]
    pub fn new(config: &Config) -> Self {
        let place = match bucket(config.files_url.trim()) {
            Some((name, prefix)) => Place::Bucket(Box::new(s3(config, &name)), prefix),
            None => Place::Folder(config.data_dir.join(FOLDER)),
        };
        Self {
            place,
            store: OnceCell::new(),
        }
    }

    /// The folder, where files are kept in one.
    #[must_use]
    pub fn folder(&self) -> Option<&FilePath> {
        match &self.place {
            Place::Folder(folder) => Some(folder),
            Place::Bucket(..) => None,
        }
    }

    async fn store(&self) -> Result<&Arc<dyn ObjectStore>, FileError> {
        self.store
            .get_or_try_init(|| async { open(&self.place) })
            .await
            .inspect_err(|error| tracing::error!(%error, "the file store cannot be opened"))
    }

    /// Begins to take bytes in, under an id of the caller's.
    ///
    /// # Errors
    /// [`FileError`].
    pub async fn receive(&self, id: Uuid) -> Result<Incoming, FileError> {
        let store = self.store().await?;
        let path = Path::from_iter([INCOMING, &id.simple().to_string()]);
        let upload = store.put_multipart(&path).await.map_err(|error| told(&error))?;
        Ok(Incoming::new(upload, id))
    }

    /// Moves what came in complete to the place of its hash.
    ///
    /// # Errors
    /// [`FileError`].
    pub async fn keep(&self, id: Uuid, sha256: &str) -> Result<(), FileError> {
        let from = Path::from_iter([INCOMING, &id.simple().to_string()]);
        let moved = self.store().await?.rename(&from, &kept(id, sha256)).await;
        moved.map_err(|error| told(&error))
    }

    /// Removes what came in and is not wanted.
    ///
    /// # Errors
    /// [`FileError`].
    pub async fn discard(&self, id: Uuid) -> Result<(), FileError> {
        self.remove(&Path::from_iter([INCOMING, &id.simple().to_string()]))
            .await
    }

    /// Removes bytes for good; that they are gone already is no error.
    ///
    /// # Errors
    /// [`FileError`].
    pub async fn dispose(&self, id: Uuid, sha256: &str) -> Result<(), FileError> {
        self.remove(&kept(id, sha256)).await
    }

    async fn remove(&self, path: &Path) -> Result<(), FileError> {
        match self.store().await?.delete(path).await.map_err(|error| told(&error)) {
            Err(FileError::Missing) | Ok(()) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Keeps a file that the service made, whole, in the place of one of the same name.
    ///
    /// # Errors
    /// [`FileError`].
    pub async fn put(&self, name: &str, bytes: Vec<u8>) -> Result<(), FileError> {
        let put = self.store().await?.put(&made(name), bytes.into()).await;
        put.map(drop).map_err(|error| told(&error))
    }

    /// A file that the service made.
    ///
    /// # Errors
    /// [`FileError`].
    pub async fn get(&self, name: &str) -> Result<Bytes, FileError> {
        let found = self
            .store()
            .await?
            .get(&made(name))
            .await
            .map_err(|error| told(&error))?;
        found.bytes().await.map_err(|error| told(&error))
    }

    /// Forgets a file that the service made, if there is one.
    ///
    /// # Errors
    /// [`FileError`].
    pub async fn forget(&self, name: &str) -> Result<(), FileError> {
        self.remove(&made(name)).await
    }

    /// Bytes of a stored object, unverified.
    async fn range(&self, id: Uuid, sha256: &str, range: Range<u64>) -> Result<Bytes, FileError> {
        let found = self.store().await?.get_range(&kept(id, sha256), range).await;
        found.map_err(|error| told(&error))
    }

    /// How many bytes a stored object has.
    async fn size(&self, id: Uuid, sha256: &str) -> Result<u64, FileError> {
        let found = self.store().await?.head(&kept(id, sha256)).await;
        Ok(found.map_err(|error| told(&error))?.size)
    }

    /// What lies in the store since before a moment: the ids of what came in and was never completed, which are removed, and
    /// of what was completed, for the caller to look up.
    ///
    /// # Errors
    /// [`FileError`].
    pub async fn old(&self, before: Timestamp) -> Result<Vec<(Uuid, String)>, FileError> {
        let store = self.store().await?;
        let is_old = |at: i64| at < before.as_microsecond();
        let mut incoming = store.list(Some(&Path::from(INCOMING)));
        let mut stale = Vec::new();
        while let Some(found) = incoming.next().await {
            let found = found.map_err(|error| told(&error))?;
            if is_old(found.last_modified.timestamp_micros()) {
                stale.push(found.location);
            }
        }
        for path in stale {
            self.remove(&path).await?;
        }
        if let Some(folder) = self.folder() {
            drop_drafts(&folder.join(INCOMING), before);
        }
        let mut kept = store.list(Some(&Path::from(KEPT)));
        let mut old = Vec::new();
        while let Some(found) = kept.next().await {
            let found = found.map_err(|error| told(&error))?;
            if is_old(found.last_modified.timestamp_micros())
                && let Some(name) = found.location.filename()
                && let Some((sha256, id)) = name.split_once('.')
                && let Ok(id) = id.parse()
            {
                old.push((id, sha256.to_owned()));
            }
        }
        Ok(old)
    }

    /// Writes, reads and removes a few bytes, to see whether the store can be used.
    ///
    /// # Errors
    /// [`FileError`].
    pub async fn probe(&self, id: Uuid) -> Result<(), FileError> {
        let path = Path::from_iter([INCOMING, &format!("probe-{}", id.simple())]);
        let store = self.store().await?;
        let put = store.put(&path, Bytes::from_static(b"touchstone").into()).await;
        put.map_err(|error| told(&error))?;
        let read = store.get_range(&path, 0..10).await.map_err(|error| told(&error));
        self.remove(&path).await?;
        match read?.as_ref() == b"touchstone" {
            true => Ok(()),
            false => Err(FileError::Changed),
        }
    }
}

/// The place of a file that the service made; no name leads out of its folder.
fn made(name: &str) -> Path {
    Path::from_iter([MADE, name])
}

/// The place of complete bytes: their hash, and the id under which they came, so that what is removed is never what
/// somebody else has just brought again.
fn kept(id: Uuid, sha256: &str) -> Path {
    let part = |at: Range<usize>| sha256.get(at).unwrap_or("__").to_owned();
    Path::from_iter([
        KEPT.to_owned(),
        part(0..2),
        part(2..4),
        format!("{sha256}.{}", id.simple()),
    ])
}

/// The bucket and the prefix of `s3://bucket/prefix`.
fn bucket(text: &str) -> Option<(String, String)> {
    let url = Url::parse(text).ok().filter(|url| url.scheme() == "s3")?;
    let prefix = url.path().trim_matches('/').to_owned();
    Some((url.host_str()?.to_owned(), prefix))
}

/// What is wrong with the settings of the store, if anything.
pub(super) fn check(config: &Config) -> Option<String> {
    let url = config.files_url.trim();
    if !url.is_empty() && bucket(url).is_none() {
        return Some("files_url: must be empty or an address such as s3://bucket/prefix".to_owned());
    }
    let endpoint = config.files_endpoint.trim();
    let is_web = |url: Url| matches!(url.scheme(), "http" | "https");
    if !endpoint.is_empty() && !Url::parse(endpoint).is_ok_and(is_web) {
        return Some("files_endpoint: must be an https or http URL".to_owned());
    }
    None
}

fn s3(config: &Config, bucket: &str) -> AmazonS3Builder {
    let endpoint = config.files_endpoint.trim();
    let builder = AmazonS3Builder::new()
        .with_bucket_name(bucket)
        .with_region(config.files_region.trim())
        .with_access_key_id(config.files_access_key.expose().trim())
        .with_secret_access_key(config.files_secret_key.expose().trim());
    match endpoint {
        "" => builder,
        endpoint => builder
            .with_endpoint(endpoint)
            .with_allow_http(endpoint.starts_with("http://")),
    }
}

fn open(place: &Place) -> Result<Arc<dyn ObjectStore>, FileError> {
    match place {
        Place::Folder(folder) => {
            secret_file::private_folder(folder).map_err(|error| told_of_disk(&error))?;
            let store = LocalFileSystem::new_with_prefix(folder).map_err(|error| told(&error))?;
            Ok(Arc::new(store.with_fsync(true)))
        }
        Place::Bucket(builder, prefix) => {
            let store = builder.as_ref().clone().build().map_err(|error| told(&error))?;
            Ok(match prefix.as_str() {
                "" => Arc::new(store),
                prefix => Arc::new(PrefixStore::new(store, prefix)),
            })
        }
    }
}

/// Logs what the store said, once.
fn told(error: &object_store::Error) -> FileError {
    if matches!(error, object_store::Error::NotFound { .. }) {
        return FileError::Missing;
    }
    let causes = std::iter::successors(std::error::Error::source(error), |cause| cause.source());
    let is_full = causes
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| is_full(cause.kind()));
    tracing::error!(%error, "the file store refused");
    if is_full {
        FileError::NoRoom
    } else {
        FileError::Unreachable
    }
}

fn told_of_disk(error: &io::Error) -> FileError {
    tracing::error!(%error, "the folder of files cannot be made");
    if is_full(error.kind()) {
        FileError::NoRoom
    } else {
        FileError::Unreachable
    }
}

fn is_full(kind: io::ErrorKind) -> bool {
    matches!(kind, io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
}

/// Removes what a process left that died while bytes were coming in: drafts, which the store does not list.
fn drop_drafts(folder: &FilePath, before: Timestamp) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let written = entry.metadata().and_then(|about| about.modified());
        let is_old = written.is_ok_and(|at| Timestamp::try_from(at).is_ok_and(|at| at < before));
        if is_old && let Err(error) = fs::remove_file(entry.path()) {
            tracing::warn!(%error, "a draft could not be removed from the folder of files");
        }
    }
}
