//! Rows that nobody else changes until a transaction ends.

use sea_orm::{QuerySelect, sea_query::LockType};

/// Selects that lock what they find.
pub trait LockRows: QuerySelect {
    /// Nobody else changes or removes the rows until the transaction ends; SQLite has one writer anyway.
    ///
    /// Rows that refer to them may still be added: who has added one holds their keys, and two who have would wait for
    /// each other for ever if each then wanted the row to the exclusion of the other's key.
    #[must_use]
    fn locked(self) -> Self {
        self.lock(LockType::NoKeyUpdate)
    }
}

impl<S: QuerySelect> LockRows for S {}
