//! Signed checkpoints, kept outside the database: how many links there were and which was the last.
//!
//! Without them nobody would notice a chain whose end was cut off. Each is one line of
//! `audit/checkpoints.jsonl` in the data folder, signed with the Ed25519 key in `keys/audit.ed25519`.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use ed25519_dalek::{
    Signature, Signer as _, SigningKey,
    pkcs8::{DecodePrivateKey as _, EncodePrivateKey as _, spki::der::pem::LineEnding},
};
use serde::{Deserialize, Serialize};

use crate::platform::ids::Ids;

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Checkpoint {
    /// How many links there were.
    pub count: i64,
    /// Hash of the last one.
    pub head: String,
    /// When it was written, microseconds.
    pub at: i64,
    /// Over the rest, in base64.
    signature: String,
}

/// A line as it was found.
#[derive(Debug)]
pub(super) enum Line {
    /// Signed by our key.
    Good(Checkpoint),
    /// Not readable, or not signed by our key; its number in the file.
    Bad(usize),
}

impl Checkpoint {
    /// Signs what is known of the chain's end.
    #[must_use]
    pub(super) fn sign(key: &SigningKey, count: i64, head: &str, at: i64) -> Self {
        let signature = key.sign(&message(count, head, at));
        Self {
            count,
            head: head.to_owned(),
            at,
            signature: STANDARD.encode(signature.to_bytes()),
        }
    }

    fn is_signed_by(&self, key: &SigningKey) -> bool {
        let signature = STANDARD
            .decode(&self.signature)
            .ok()
            .and_then(|bytes| Signature::from_slice(&bytes).ok());
        signature.is_some_and(|signature| {
            key.verifying_key()
                .verify_strict(&message(self.count, &self.head, self.at), &signature)
                .is_ok()
        })
    }
}

fn message(count: i64, head: &str, at: i64) -> Vec<u8> {
    format!("touchstone audit checkpoint\n{count}\n{head}\n{at}").into_bytes()
}

fn key_file(data_dir: &Path) -> PathBuf {
    data_dir.join("keys").join("audit.ed25519")
}

fn lines_file(data_dir: &Path) -> PathBuf {
    data_dir.join("audit").join("checkpoints.jsonl")
}

/// The key of this installation, `None` where none was made yet.
pub(super) fn key(data_dir: &Path) -> io::Result<Option<SigningKey>> {
    match fs::read_to_string(key_file(data_dir)) {
        Ok(pem) => SigningKey::from_pkcs8_pem(&pem)
            .map(Some)
            .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The key of this installation, made where there is none. Of two processes that start together one makes it.
pub(super) fn key_or_new(data_dir: &Path, ids: &dyn Ids) -> io::Result<SigningKey> {
    if let Some(key) = key(data_dir)? {
        return Ok(key);
    }
    let file = key_file(data_dir);
    fs::create_dir_all(data_dir.join("keys"))?;
    let new = SigningKey::from_bytes(&ids.secret());
    let pem = new
        .to_pkcs8_pem(LineEnding::LF)
        .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
    let draft = file.with_extension(format!("{:016x}", u64::from_be_bytes(first_eight(&ids.secret()))));
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600);
    let mut written = options.open(&draft)?;
    written.write_all(pem.as_bytes())?;
    written.sync_all()?;
    let linked = fs::hard_link(&draft, &file);
    fs::remove_file(&draft)?;
    match linked {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => key(data_dir)?.ok_or_else(|| io::ErrorKind::NotFound.into()),
    }
}

fn first_eight(bytes: &[u8; 32]) -> [u8; 8] {
    let mut eight = [0; 8];
    eight.copy_from_slice(&bytes[..8]);
    eight
}

/// Appends a line.
pub(super) fn append(data_dir: &Path, checkpoint: &Checkpoint) -> io::Result<()> {
    let file = lines_file(data_dir);
    fs::create_dir_all(data_dir.join("audit"))?;
    let mut line = serde_json::to_vec(checkpoint)?;
    line.push(b'\n');
    let mut file = OpenOptions::new().append(true).create(true).mode(0o600).open(file)?;
    file.write_all(&line)?;
    file.sync_all()
}

/// All lines, in the order of writing; none where nothing was written yet. Without a key no line is good.
pub(super) fn read(data_dir: &Path, key: Option<&SigningKey>) -> io::Result<Vec<Line>> {
    let file = match File::open(lines_file(data_dir)) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let judge = |(at, line): (usize, io::Result<Vec<u8>>)| {
        let checkpoint: Option<Checkpoint> = serde_json::from_slice(&line?).ok();
        Ok(match (checkpoint, key) {
            (Some(checkpoint), Some(key)) if checkpoint.is_signed_by(key) => Line::Good(checkpoint),
            _ => Line::Bad(at + 1),
        })
    };
    BufReader::new(file).split(b'\n').enumerate().map(judge).collect()
}

/// The last line, if it can be read, whatever it is worth; only the end of the file is looked at.
pub(super) fn latest(data_dir: &Path) -> io::Result<Option<Checkpoint>> {
    let mut file = match File::open(lines_file(data_dir)) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(4096)))?;
    let mut text = Vec::new();
    file.read_to_end(&mut text)?;
    let last = text.split(|byte| *byte == b'\n').rev().find(|line| !line.is_empty());
    Ok(last.and_then(|line| serde_json::from_slice(line).ok()))
}
