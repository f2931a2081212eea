//! Signed checkpoints, kept outside the database: how many links there were and which was the last.
//!
//! Without them nobody would notice a chain whose end was cut off. Each is one line of
//! `audit/checkpoints.jsonl` in the data folder, signed with the Ed25519 key in `keys/audit.ed25519`.
//!
//! The latest one vouches for everything before it, because each link holds the hash of the one before. So the file stays
//! small: of what is older than the last thousand it keeps one a day.

use std::{
    collections::BTreeMap,
    fs::{self, File, OpenOptions},
    io::{self, Read as _, Seek as _, SeekFrom, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use ed25519_dalek::{
    Signature, Signer as _, SigningKey,
    pkcs8::{DecodePrivateKey as _, EncodePrivateKey as _, spki::der::pem::LineEnding},
};
use serde::{Deserialize, Serialize};

use crate::platform::{failpoint, ids::Ids};

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
    let mut drafted = options.open(&draft)?;
    let linked = drafted
        .write_all(pem.as_bytes())
        .and_then(|()| drafted.sync_all())
        .and_then(|()| fs::hard_link(&draft, &file));
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

/// Bytes at the end of the file among which its last line is.
const LAST: u64 = 4096;
/// Lines that are always kept.
const RECENT: usize = 1_000;
/// Days before those of which one line is kept.
const DAYS: usize = 400;
/// From this many bytes on lines are left out; what is kept then is a good deal less.
const LARGE: u64 = 512 * 1024;

/// Appends a line, all of it or nothing. Processes that share the folder take turns.
pub(super) fn append(data_dir: &Path, checkpoint: &Checkpoint) -> io::Result<()> {
    let path = lines_file(data_dir);
    fs::create_dir_all(data_dir.join("audit"))?;
    let turn = File::create(path.with_extension("lock"))?;
    turn.lock()?;
    let mut line = serde_json::to_vec(checkpoint)?;
    line.push(b'\n');
    let mut file = private().read(true).append(true).create(true).open(&path)?;
    let whole = whole_lines(&mut file)?;
    // What a power cut left of a line would spoil the next one.
    file.set_len(whole)?;
    if let Err(error) = file.write_all(&line).and_then(|()| written(&file)) {
        file.set_len(whole)?;
        return Err(error);
    }
    if file.metadata()?.len() < LARGE {
        return Ok(());
    }
    let kept = thinned(&fs::read(&path)?);
    let draft = path.with_extension("new");
    let mut file = private().write(true).create(true).truncate(true).open(&draft)?;
    file.write_all(&kept)?;
    file.sync_all()?;
    fs::rename(draft, path)
}

/// Does something while no process writes checkpoints.
pub(super) fn undisturbed<T>(data_dir: &Path, act: impl FnOnce() -> T) -> io::Result<T> {
    let path = lines_file(data_dir);
    fs::create_dir_all(data_dir.join("audit"))?;
    let turn = File::create(path.with_extension("lock"))?;
    turn.lock()?;
    Ok(act())
}

fn written(file: &File) -> io::Result<()> {
    failpoint::reached("checkpoint.written");
    file.sync_all()
}

/// The length of the lines that were written to their end.
fn whole_lines(file: &mut File) -> io::Result<u64> {
    let length = file.metadata()?.len();
    let start = file.seek(SeekFrom::Start(length.saturating_sub(LAST)))?;
    let mut text = Vec::new();
    file.read_to_end(&mut text)?;
    Ok(match text.iter().rposition(|byte| *byte == b'\n') {
        Some(end) => start + end as u64 + 1,
        // Too much for one line of ours: it stays, for verification to tell of.
        None if start > 0 => length,
        None => 0,
    })
}

fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.mode(0o600);
    options
}

/// The lines to keep. One that cannot be read stays, because verification has to tell of it.
fn thinned(text: &[u8]) -> Vec<u8> {
    let lines: Vec<&[u8]> = text.split_inclusive(|byte| *byte == b'\n').collect();
    let (old, recent) = lines.split_at(lines.len().saturating_sub(RECENT));
    let mut days = BTreeMap::new();
    let mut kept = Vec::new();
    for line in old {
        match serde_json::from_slice::<Checkpoint>(line) {
            Ok(checkpoint) => drop(days.insert(checkpoint.at.div_euclid(DAY), *line)),
            Err(_) => kept.push(*line),
        }
    }
    kept.extend(
        days.into_values()
            .rev()
            .take(DAYS)
            .collect::<Vec<_>>()
            .into_iter()
            .rev(),
    );
    kept.extend(recent);
    kept.concat()
}

/// A day in microseconds.
const DAY: i64 = 86_400_000_000;

/// All lines, in the order of writing; none where nothing was written yet. Without a key no line is good. What stands
/// behind the last end of a line was never written to its own, so it vouches for nothing and accuses nobody.
pub(super) fn read(data_dir: &Path, key: Option<&SigningKey>) -> io::Result<Vec<Line>> {
    let text = match fs::read(lines_file(data_dir)) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let judge = |(at, line): (usize, &[u8])| {
        let checkpoint: Option<Checkpoint> = serde_json::from_slice(line).ok();
        match (checkpoint, key) {
            (Some(checkpoint), Some(key)) if checkpoint.is_signed_by(key) => Line::Good(checkpoint),
            _ => Line::Bad(at + 1),
        }
    };
    let lines = text
        .split_inclusive(|byte| *byte == b'\n')
        .filter_map(|line| line.strip_suffix(b"\n"));
    Ok(lines.enumerate().map(judge).collect())
}

/// The last line, if it can be read, whatever it is worth; only the end of the file is looked at.
pub(super) fn latest(data_dir: &Path) -> io::Result<Option<Checkpoint>> {
    let mut file = match File::open(lines_file(data_dir)) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(LAST)))?;
    let mut text = Vec::new();
    file.read_to_end(&mut text)?;
    let last = text.split(|byte| *byte == b'\n').rev().find(|line| !line.is_empty());
    Ok(last.and_then(|line| serde_json::from_slice(line).ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_stays_small_and_keeps_one_old_line_a_day() {
        let key = SigningKey::from_bytes(&[7; 32]);
        let line = |count: i64, at: i64| {
            let mut line = serde_json::to_vec(&Checkpoint::sign(&key, count, "head", at)).unwrap();
            line.push(b'\n');
            line
        };
        let hour = DAY / 24;
        let mut text: Vec<u8> = (0..48).flat_map(|hours| line(hours, hours * hour)).collect();
        text.extend(b"not a checkpoint\n");
        text.extend((0..1_000).flat_map(|number| line(100 + number, 3 * DAY + number)));
        let kept = thinned(&text);
        let counts: Vec<i64> = kept
            .split(|byte| *byte == b'\n')
            .filter_map(|line| serde_json::from_slice::<Checkpoint>(line).ok())
            .map(|checkpoint| checkpoint.count)
            .collect();
        assert_eq!(counts[..3], [23, 47, 100]);
        assert_eq!((counts.len(), counts.last()), (1_002, Some(&1_099)));
        assert!(kept.starts_with(b"not a checkpoint\n"));
        let years: Vec<u8> = (0..2_000).flat_map(|day| line(day, day * DAY)).collect();
        assert_eq!(thinned(&years).split(|byte| *byte == b'\n').count() - 1, RECENT + DAYS);
        assert_eq!(thinned(&kept), kept);
    }

    #[test]
    fn half_a_line_is_no_line_and_spoils_none() {
        let folder = tempfile::tempdir().unwrap();
        let key = SigningKey::from_bytes(&[7; 32]);
        let file = lines_file(folder.path());
        append(folder.path(), &Checkpoint::sign(&key, 1, "first", 1)).unwrap();
        let mut text = fs::read(&file).unwrap();
        text.extend_from_within(..text.len() / 2);
        for left in [text.clone(), b"{\"count\":1".to_vec()] {
            fs::write(&file, left).unwrap();
            assert!(read(folder.path(), Some(&key)).unwrap().len() < 2);
            append(folder.path(), &Checkpoint::sign(&key, 2, "second", 2)).unwrap();
            let lines = read(folder.path(), Some(&key)).unwrap();
            assert!(lines.iter().all(|line| matches!(line, Line::Good(_))), "{lines:?}");
            assert_eq!(latest(folder.path()).unwrap().map(|last| last.count), Some(2));
        }
    }

    #[test]
    fn appending_thins_a_file_that_grew_large() {
        let folder = tempfile::tempdir().unwrap();
        let key = SigningKey::from_bytes(&[7; 32]);
        let file = lines_file(folder.path());
        append(folder.path(), &Checkpoint::sign(&key, 1, "first", 1)).unwrap();
        let line = fs::read(&file).unwrap();
        fs::write(&file, line.repeat(usize::try_from(LARGE).unwrap() / line.len() + 1)).unwrap();
        append(folder.path(), &Checkpoint::sign(&key, 2, "last", 2)).unwrap();
        let lines = read(folder.path(), Some(&key)).unwrap();
        assert_eq!(lines.len(), RECENT + 1);
        assert!(lines.iter().all(|line| matches!(line, Line::Good(_))));
        assert_eq!(latest(folder.path()).unwrap().map(|last| last.count), Some(2));
    }
}
