//! Whose fault a driver's error is: ours, or that of something that passes, such as a full disk or a server that is gone.

use sea_orm::{DbErr, RuntimeErr, sqlx};

use crate::platform::error::{ApiError, ErrorCode};

/// A driver's error never reaches a client: the cause is logged and the answer says only whose fault it was.
impl From<DbErr> for ApiError {
    fn from(error: DbErr) -> Self {
        if was_interrupted(&error) {
            tracing::warn!("a statement took too long and was interrupted");
            Self::new(ErrorCode::TimeLimitExceeded)
        } else if passes(&error) {
            tracing::error!(%error, "the database cannot do this now");
            Self::new(ErrorCode::Unavailable)
        } else {
            Self::internal(error)
        }
    }
}

/// PostgreSQL's code for a statement that was interrupted because it took too long, and SQLite's.
const INTERRUPTED: [&str; 2] = ["57014", "9"];

fn was_interrupted(error: &DbErr) -> bool {
    let (DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error))) = error else {
        return false;
    };
    let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
    code.is_some_and(|code| INTERRUPTED.contains(&code.as_ref()))
}

/// Whether the same may succeed later, without anybody changing the program or the question.
fn passes(error: &DbErr) -> bool {
    match error {
        DbErr::Conn(_) | DbErr::ConnectionAcquire(_) => true,
        DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error)) => match &**error {
            sqlx::Error::Database(error) => error.code().is_some_and(|code| code_passes(&code)),
            error => is_connection_lost(error),
        },
        _ => false,
    }
}

fn is_connection_lost(error: &sqlx::Error) -> bool {
    matches!(
        error,
        sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed
            | sqlx::Error::BeginFailed
    )
}

/// PostgreSQL's codes have five characters: a connection, what it has run out of, somebody who intervened, the machine
/// below it, two transactions that met, a lock, a replica that only reads. SQLite's are numbers, whose last byte says busy,
/// locked, no memory, read-only, input or output, full, cannot be opened.
fn code_passes(code: &str) -> bool {
    const STATES: [&str; 7] = ["08", "53", "57", "58", "40", "55P03", "25006"];
    if code.len() == 5 {
        return STATES.iter().any(|state| code.starts_with(state));
    }
    code.parse::<u32>()
        .is_ok_and(|code| matches!(code & 0xff, 5..=8 | 10 | 13 | 14))
}

/// Whether SQLite gave up waiting for another process.
pub(super) fn is_busy(error: &DbErr) -> bool {
    error.to_string().contains("database is locked")
}

/// Whether an insertion failed because a unique key is taken.
#[must_use]
pub fn is_unique_violation(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(sea_orm::SqlErr::UniqueConstraintViolation(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_passes_is_told_from_what_is_our_fault() {
        for passing in ["53100", "57P01", "40P01", "08006", "25006", "5", "13", "778", "14"] {
            assert!(code_passes(passing), "{passing}");
        }
        for ours in ["23505", "42601", "22P02", "1", "19", "2067", ""] {
            assert!(!code_passes(ours), "{ours}");
        }
    }
}
