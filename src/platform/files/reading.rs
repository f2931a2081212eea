//! Reading what was stored, and believing nothing that its hashes do not say.

use std::{ops::Range, sync::Arc};

use bytes::Bytes;
use futures_util::{Stream, stream};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{FileError, Files};

/// Bytes of a chunk that has a hash of its own.
pub const CHUNK: usize = 1024 * 1024;
/// Chunks that are read at once.
const WINDOW: u64 = 4;
/// Characters of a hash.
const HEX: usize = 64;

/// What is known of stored bytes: what they have to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chunks {
    /// The id under which they came in.
    pub id: Uuid,
    /// SHA-256 of the whole, in hex.
    pub sha256: String,
    /// How many bytes there are.
    pub bytes: u64,
    /// SHA-256 of each chunk, in hex, one after the other.
    pub chunks: String,
}

impl Chunks {
    /// The hash over the hashes of the chunks: vouches for all of them.
    #[must_use]
    pub fn digest(&self) -> String {
        format!("{:x}", Sha256::digest(self.chunks.as_bytes()))
    }

    /// Compares bytes that begin with the chunk of a number with what they have to be.
    fn check(&self, first: u64, bytes: &[u8]) -> Result<(), FileError> {
        for (offset, chunk) in bytes.chunks(CHUNK).enumerate() {
            let at = usize::try_from(first).unwrap_or(usize::MAX).saturating_add(offset);
            let wanted = at
                .checked_mul(HEX)
                .and_then(|at| self.chunks.get(at..at.checked_add(HEX)?));
            if wanted != Some(format!("{:x}", Sha256::digest(chunk)).as_str()) {
                return Err(FileError::Changed);
            }
        }
        Ok(())
    }
}

/// A part of stored bytes, read piece by piece; each piece is compared before it is handed out.
pub struct Verified {
    files: Arc<Files>,
    of: Chunks,
    /// What is still to be handed out.
    left: Range<u64>,
}

impl Verified {
    /// The bytes of a range, which has to lie within them.
    #[must_use]
    pub fn new(files: &Arc<Files>, of: Chunks, range: Range<u64>) -> Self {
        Self {
            files: Arc::clone(files),
            left: range.start.min(of.bytes)..range.end.min(of.bytes),
            of,
        }
    }

    /// The next piece; nothing at the end.
    async fn next(&mut self) -> Result<Option<Bytes>, FileError> {
        if self.left.is_empty() {
            return Ok(None);
        }
        let chunk = CHUNK as u64;
        let first = self.left.start / chunk;
        let read = first * chunk..((first + WINDOW) * chunk).min(self.of.bytes);
        let bytes = self.files.range(self.of.id, &self.of.sha256, read.clone()).await?;
        if bytes.len() as u64 != read.end - read.start {
            return Err(FileError::Changed);
        }
        self.of.check(first, &bytes)?;
        let end = self.left.end.min(read.end);
        let within = |at: u64| usize::try_from(at - read.start).unwrap_or(usize::MAX);
        let wanted = bytes.slice(within(self.left.start)..within(end));
        self.left.start = end;
        Ok(Some(wanted))
    }

    /// The pieces as a stream, which ends with the first error.
    pub fn stream(self) -> impl Stream<Item = Result<Bytes, FileError>> {
        stream::try_unfold(self, |mut reading| async move {
            let next = reading.next().await?;
            Ok(next.map(|bytes| (bytes, reading)))
        })
    }

    /// All of them.
    ///
    /// # Errors
    /// [`FileError`].
    pub async fn read(mut self) -> Result<Vec<u8>, FileError> {
        let mut all = Vec::with_capacity(usize::try_from(self.left.end - self.left.start).unwrap_or(0));
        while let Some(bytes) = self.next().await? {
            all.extend_from_slice(&bytes);
        }
        Ok(all)
    }
}

impl Files {
    /// Reads everything once and compares the chunks, the whole, and that nothing follows.
    ///
    /// # Errors
    /// [`FileError`].
    pub async fn verify(self: &Arc<Self>, of: &Chunks) -> Result<(), FileError> {
        let mut reading = Verified::new(self, of.clone(), 0..of.bytes);
        let mut whole = Sha256::new();
        while let Some(bytes) = reading.next().await? {
            whole.update(&bytes);
        }
        let is_whole = format!("{:x}", whole.finalize()) == of.sha256;
        let is_alone = self.size(of.id, &of.sha256).await? == of.bytes;
        if is_whole && is_alone {
            Ok(())
        } else {
            Err(FileError::Changed)
        }
    }
}
