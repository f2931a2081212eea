//! Jobs and processes: when a job comes again, when it is stuck, and when a process has gone.

use std::{str::FromStr as _, time::SystemTime};

use apalis_cron::timezone::Utc;
use cron::Schedule;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// How a job's last turn ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum JobResult {
    /// It did what there was to do.
    Done,
    /// It failed; the next turn tries again.
    Failed,
    /// It hit a fault of ours; the next turn tries again.
    Panicked,
}

/// What a process does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// It answers requests.
    pub serves: bool,
    /// It runs the jobs.
    pub works: bool,
}

/// A job and how its last turn ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobRun {
    /// Its name.
    pub name: String,
    /// When it runs: a cron expression, seconds first, UTC.
    pub schedule: String,
    /// When the last turn began, on whichever machine.
    pub started_at: Option<Timestamp>,
    /// When a turn last ended.
    pub finished_at: Option<Timestamp>,
    /// How.
    pub result: Option<JobResult>,
    /// The code of the failure.
    pub error: Option<String>,
    /// Turns that ended.
    pub runs: i64,
    /// Those of them that did not end well.
    pub failures: i64,
}

impl JobRun {
    /// When it comes again.
    #[must_use]
    pub fn next_at(&self, now: Timestamp) -> Option<Timestamp> {
        next_at(&self.schedule, now)
    }

    /// Whether its turn does not end, or does not come.
    #[must_use]
    pub fn is_stuck(&self, now: Timestamp) -> bool {
        is_stuck(self.started_at, self.finished_at, now) || is_missed(&self.schedule, self.started_at, now)
    }
}

/// A process, as it last told of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replica {
    /// Drawn at its start.
    pub id: Uuid,
    /// The machine's name.
    pub host: String,
    /// The program's version.
    pub version: String,
    /// What it does.
    pub part: Part,
    /// When it began.
    pub started_at: Timestamp,
    /// When it last told of itself.
    pub seen_at: Timestamp,
    /// Subscriptions that were followed through it then.
    pub open_streams: i64,
}

impl Replica {
    /// Whether it is still there.
    #[must_use]
    pub fn is_alive(&self, now: Timestamp) -> bool {
        is_alive(self.seen_at, now)
    }
}

/// The database's size and age.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Database {
    /// Bytes.
    pub bytes: i64,
    /// Migrations that were applied.
    pub migrations: i64,
}

/// How often a process tells of itself.
pub const TOLD_EVERY: SignedDuration = SignedDuration::from_secs(10);
/// A process that has told nothing for this long is not there.
const SILENT: SignedDuration = SignedDuration::from_secs(30);
/// A process that ended without saying so is shown for this long.
pub const REMEMBERED: SignedDuration = SignedDuration::from_hours(24);
/// No job takes longer: each turn is bounded.
const STUCK: SignedDuration = SignedDuration::from_mins(15);

/// Whether a process that was seen then is still there. A clock that is ahead of ours makes nobody disappear.
#[must_use]
pub fn is_alive(seen_at: Timestamp, now: Timestamp) -> bool {
    now.duration_since(seen_at) <= SILENT
}

/// When a schedule comes next; `None` where it never does.
#[must_use]
pub fn next_at(schedule: &str, now: Timestamp) -> Option<Timestamp> {
    let schedule = Schedule::from_str(schedule).ok()?;
    let next = schedule.after_owned::<Utc>(SystemTime::from(now).into()).next()?;
    Timestamp::from_microsecond(next.timestamp_micros()).ok()
}

/// Whether a turn that began and has not ended takes longer than any does.
#[must_use]
pub fn is_stuck(started_at: Option<Timestamp>, finished_at: Option<Timestamp>, now: Timestamp) -> bool {
    let is_open = started_at > finished_at;
    is_open && started_at.is_some_and(|started| now.duration_since(started) > STUCK)
}

/// Whether a job should have begun by now and has not: nobody works, or the one who does is not well.
#[must_use]
pub fn is_missed(schedule: &str, started_at: Option<Timestamp>, now: Timestamp) -> bool {
    let due = started_at.and_then(|started| next_at(schedule, started));
    due.is_some_and(|due| now.duration_since(due) > STUCK)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        format!("2026-03-09T{text}Z").parse().unwrap()
    }

    #[test]
    fn the_next_turn_lies_ahead() {
        for (schedule, now, next) in [
            ("*/5 * * * * *", "01:00:00", "01:00:05"),
            ("*/5 * * * * *", "01:00:04.999", "01:00:05"),
            ("30 * * * * *", "01:00:31", "01:01:30"),
            ("0 10 3 * * *", "01:00:00", "03:10:00"),
        ] {
            assert_eq!(next_at(schedule, at(now)), Some(at(next)), "{schedule} after {now}");
        }
        assert_eq!(next_at("nonsense", at("01:00:00")), None);
    }

    #[test]
    fn a_turn_is_stuck_when_it_began_and_does_not_end() {
        let (began, ended) = (Some(at("01:00:00")), Some(at("01:00:02")));
        assert!(!is_stuck(began, ended, at("09:00:00")));
        assert!(!is_stuck(began, None, at("01:15:00")));
        assert!(is_stuck(began, None, at("01:15:01")));
        assert!(is_stuck(ended, began, at("01:30:00")));
        assert!(!is_stuck(None, None, at("01:30:00")));
    }

    #[test]
    fn a_job_is_missed_when_its_time_passed_without_it() {
        let began = Some(at("01:00:30"));
        assert!(!is_missed("30 * * * * *", began, at("01:16:30")));
        assert!(is_missed("30 * * * * *", began, at("01:16:31")));
        assert!(!is_missed("0 10 3 * * *", began, at("03:25:00")));
        assert!(
            !is_missed("30 * * * * *", None, at("09:00:00")),
            "it has never run here"
        );
    }

    #[test]
    fn a_process_that_told_of_itself_lately_is_there() {
        let seen = at("01:00:00");
        assert!(is_alive(seen, at("01:00:30")));
        assert!(!is_alive(seen, at("01:00:31")));
        assert!(is_alive(seen, at("00:00:00")));
    }
}
