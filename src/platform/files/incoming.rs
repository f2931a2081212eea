//! Bytes that are coming in: written on while they are hashed, a few megabytes in memory at most.

use bytes::Bytes;
use object_store::{MultipartUpload, WriteMultipart};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{CHUNK, FileError, told};

/// Bytes of a part as it is handed to the store; S3 takes none smaller.
const PART: usize = 5 * 1024 * 1024;
/// Parts that may be under way while the sender waits.
const AT_ONCE: usize = 2;
/// Bytes of the beginning that are remembered, to see what it is.
const HEAD: usize = 8 * 1024;

/// Bytes that are coming in. Dropped, it leaves a draft that is tidied up later; [`Incoming::abort`] leaves nothing.
pub struct Incoming {
    id: Uuid,
    writer: WriteMultipart,
    whole: Sha256,
    chunk: Sha256,
    in_chunk: usize,
    received: Received,
}

/// What came in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Received {
    /// How many bytes.
    pub bytes: u64,
    /// Their SHA-256, in hex.
    pub sha256: String,
    /// SHA-256 of each chunk, in hex, one after the other.
    pub chunks: String,
    /// The first of them.
    pub head: Vec<u8>,
}

impl Incoming {
    pub(super) fn new(upload: Box<dyn MultipartUpload>, id: Uuid) -> Self {
        Self {
            id,
            writer: WriteMultipart::new_with_chunk_size(upload, PART),
            whole: Sha256::new(),
            chunk: Sha256::new(),
            in_chunk: 0,
            received: Received::default(),
        }
    }

    /// The id under which it comes in.
    #[must_use]
    pub fn id(&self) -> Uuid {
        self.id
    }

    /// How many bytes have come in.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.received.bytes
    }

    /// The first bytes, as far as they have come in.
    #[must_use]
    pub fn head(&self) -> &[u8] {
        &self.received.head
    }

    /// Takes some more; waits while the store is slower than the sender.
    ///
    /// # Errors
    /// [`FileError`].
    pub async fn write(&mut self, bytes: &Bytes) -> Result<(), FileError> {
        self.hash(bytes);
        self.writer
            .wait_for_capacity(AT_ONCE)
            .await
            .map_err(|error| told(&error))?;
        self.writer.write(bytes);
        Ok(())
    }

    fn hash(&mut self, bytes: &[u8]) {
        self.whole.update(bytes);
        self.received.bytes += bytes.len() as u64;
        let room = HEAD - self.received.head.len();
        self.received.head.extend_from_slice(&bytes[..bytes.len().min(room)]);
        let mut rest = bytes;
        while !rest.is_empty() {
            let (now, later) = rest.split_at(rest.len().min(CHUNK - self.in_chunk));
            self.chunk.update(now);
            self.in_chunk += now.len();
            if self.in_chunk == CHUNK {
                self.end_chunk();
            }
            rest = later;
        }
    }

    fn end_chunk(&mut self) {
        let hash = self.chunk.finalize_reset();
        self.received.chunks.push_str(&format!("{hash:x}"));
        self.in_chunk = 0;
    }

    /// Has all of it written.
    ///
    /// # Errors
    /// [`FileError`]; then nothing of it is left.
    pub async fn finish(mut self) -> Result<Received, FileError> {
        if self.in_chunk > 0 {
            self.end_chunk();
        }
        self.writer.finish().await.map_err(|error| told(&error))?;
        self.received.sha256 = format!("{:x}", self.whole.finalize());
        Ok(self.received)
    }

    /// Gives it up.
    pub async fn abort(self) {
        if let Err(error) = self.writer.abort().await {
            tracing::warn!(%error, "a draft was left in the file store; it is tidied up later");
        }
    }
}
