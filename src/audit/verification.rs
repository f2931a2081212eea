//! Verification: reads the whole chain, in batches, and says what is not as it was written.

use std::fmt;

use uuid::Uuid;

use super::{
    chain::{self, Entry, Link},
    checkpoints::{self, Checkpoint, Line},
    store,
};
use crate::{
    app::App,
    platform::{
        clock::micros,
        error::{ApiError, Result},
        ids::{IdKind, encode},
    },
};

/// How long an entry may wait for its link, in microseconds.
const UNSEALED: i64 = 10_000_000;

/// Findings beyond this many are only counted.
const MOST: usize = 100;

/// Something that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// There are links, and nothing outside the database vouches for them.
    NoCheckpoint,
    /// A line of the checkpoints' file cannot be read or is not signed by this installation's key.
    BadCheckpoint(usize),
    /// The chain is shorter than a checkpoint says.
    CutOff {
        /// Links the checkpoint counted.
        checkpoint: i64,
        /// Links that are left.
        found: i64,
    },
    /// The link that a checkpoint names has another hash.
    CheckpointMismatch(i64),
    /// There is no link with this number.
    MissingLink(i64),
    /// The link does not follow the one before it.
    BrokenLink(i64),
    /// The link's entry is gone.
    MissingEntry(i64),
    /// The link or its entry was altered.
    AlteredEntry(i64, Uuid),
    /// An entry was never sealed, or lost its link.
    Unsealed(Uuid),
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let entry = |id: &Uuid| encode(IdKind::Audit, *id);
        match self {
            Self::NoCheckpoint => write!(f, "there is no checkpoint outside the database"),
            Self::BadCheckpoint(line) => write!(f, "line {line} of the checkpoints is not signed by our key"),
            Self::CutOff { checkpoint, found } => {
                write!(f, "a checkpoint counted {checkpoint} links, only {found} are left")
            }
            Self::CheckpointMismatch(seq) => write!(f, "link {seq} is not the one that a checkpoint saw"),
            Self::MissingLink(seq) => write!(f, "link {seq} is missing"),
            Self::BrokenLink(seq) => write!(f, "link {seq} does not follow the link before it"),
            Self::MissingEntry(seq) => write!(f, "the entry of link {seq} is missing"),
            Self::AlteredEntry(seq, id) => write!(f, "link {seq} or its entry {} was altered", entry(id)),
            Self::Unsealed(id) => write!(f, "entry {} has no link", entry(id)),
        }
    }
}

/// What verification found.
#[derive(Debug, Default)]
pub struct Report {
    /// Links that were read.
    pub links: i64,
    /// Checkpoints that hold.
    pub checkpoints: usize,
    /// Hash of the last link.
    pub head: Option<String>,
    /// What is wrong; at most 100 are named.
    pub findings: Vec<Finding>,
    /// How many findings there are in all.
    pub found: usize,
}

impl Report {
    /// Whether everything is as it was written.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.found == 0
    }

    fn add(&mut self, finding: Finding) {
        self.found += 1;
        if self.findings.len() < MOST {
            self.findings.push(finding);
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in &self.findings {
            writeln!(f, "  - {finding}")?;
        }
        if self.found > self.findings.len() {
            writeln!(f, "  - and {} more", self.found - self.findings.len())?;
        }
        let verdict = if self.is_clean() {
            "nothing is amiss".to_owned()
        } else {
            format!("{} finding(s)", self.found)
        };
        write!(f, "{} links, {} checkpoints: {verdict}", self.links, self.checkpoints)
    }
}

/// Reads the chain and compares it with its entries and with the checkpoints.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE` where it cannot be read at all.
pub async fn verify(app: &App) -> Result<Report> {
    let mut report = Report::default();
    walk(app, 0, chain::genesis(), &mut report).await?;
    unsealed(app, &mut report).await?;
    Ok(report)
}

/// Reads the last links of the chain, at most so many, and compares them with their entries and with the checkpoints: a
/// quick look that finds a tail that was cut off or altered.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE` where it cannot be read at all.
pub async fn verify_tail(app: &App, most: i64) -> Result<Report> {
    let mut report = Report::default();
    let end = store::end(app.db.read()).await?.map_or(0, |end| end.seq);
    let start = end.saturating_sub(most).max(0);
    let hash = match start {
        0 => Some(chain::genesis()),
        _ => store::link_hash(app.db.read(), start).await?,
    };
    match hash {
        Some(hash) => walk(app, start, hash, &mut report).await?,
        None => report.add(Finding::MissingLink(start)),
    }
    Ok(report)
}

/// Reads the chain after a link.
async fn walk(app: &App, seq: i64, hash: String, report: &mut Report) -> Result<()> {
    let mut checkpoints = read_checkpoints(app, report)?;
    let vouched = !checkpoints.is_empty();
    checkpoints.retain(|checkpoint| checkpoint.count > seq);
    let mut chain = Walk {
        seq,
        hash,
        checkpoints: checkpoints.iter().peekable(),
        report,
    };
    loop {
        let batch = store::links_after(app.db.read(), chain.seq).await?;
        if batch.is_empty() {
            break;
        }
        for (link, entry) in batch {
            chain.step(link, entry.as_ref());
        }
    }
    chain.finish();
    if report.links > 0 && !vouched {
        report.add(Finding::NoCheckpoint);
    }
    Ok(())
}

/// The good checkpoints, ordered by count.
fn read_checkpoints(app: &App, report: &mut Report) -> Result<Vec<Checkpoint>> {
    let folder = &app.config.data_dir;
    let key = checkpoints::key(folder).map_err(ApiError::internal)?;
    let mut good = Vec::new();
    for line in checkpoints::read(folder, key.as_ref()).map_err(ApiError::internal)? {
        match line {
            Line::Good(checkpoint) => good.push(checkpoint),
            Line::Bad(number) => report.add(Finding::BadCheckpoint(number)),
        }
    }
    good.sort_by_key(|checkpoint| checkpoint.count);
    Ok(good)
}

struct Walk<'a> {
    seq: i64,
    hash: String,
    checkpoints: std::iter::Peekable<std::slice::Iter<'a, Checkpoint>>,
    report: &'a mut Report,
}

impl Walk<'_> {
    fn step(&mut self, link: Link, entry: Option<&Entry>) {
        if link.seq != self.seq + 1 {
            self.report.add(Finding::MissingLink(self.seq + 1));
        } else if link.prev != self.hash {
            self.report.add(Finding::BrokenLink(link.seq));
        }
        match entry {
            None => self.report.add(Finding::MissingEntry(link.seq)),
            Some(entry) if chain::hash(&link.prev, link.seq, link.sealed_at, entry) != link.hash => {
                self.report.add(Finding::AlteredEntry(link.seq, link.entry));
            }
            Some(_) => {}
        }
        while let Some(checkpoint) = self.checkpoints.next_if(|checkpoint| checkpoint.count <= link.seq) {
            if checkpoint.count == link.seq && checkpoint.head == link.hash {
                self.report.checkpoints += 1;
            } else {
                self.report.add(Finding::CheckpointMismatch(checkpoint.count));
            }
        }
        self.seq = link.seq;
        self.hash = link.hash;
        self.report.links += 1;
    }

    /// Whatever checkpoints are left speak of links beyond the end.
    fn finish(self) {
        if let Some(last) = self.checkpoints.last() {
            self.report.add(Finding::CutOff {
                checkpoint: last.count,
                found: self.seq,
            });
        }
        self.report.head = (self.report.links > 0).then_some(self.hash);
    }
}

/// Every statement reads a batch, so that none is too long for a large log.
async fn unsealed(app: &App, report: &mut Report) -> Result<()> {
    let before = micros(app.now()).saturating_sub(UNSEALED);
    let mut after = None;
    loop {
        let batch = store::entries_after(app.db.read(), before, after).await?;
        let Some((at, id, _)) = batch.last() else { return Ok(()) };
        after = Some((*at, *id));
        for (_, id, _) in batch.iter().filter(|(_, _, is_linked)| !is_linked) {
            report.add(Finding::Unsealed(*id));
        }
    }
}
