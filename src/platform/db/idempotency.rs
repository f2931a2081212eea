//! Creates that are done once: the same key with the same input gives the same result, with another input an error.
//!
//! The row is written in the command's own transaction, after authorisation; it keeps a hash of the input and the ids of
//! the result, never the body, so that a replay is rendered under today's visibility. A refusal rolls it back.

use sea_orm::{ColumnTrait as _, ConnectionTrait as _, EntityTrait as _, QueryFilter as _, sea_query::Expr};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{Sql, Tx, json};
use crate::platform::{
    clock::micros,
    error::{ApiError, ErrorCode, Result},
};
use entity::idempotency_key;

/// The longest key that is accepted.
const MAX_KEY: usize = 128;

/// A key claimed by this transaction.
#[derive(Debug)]
pub struct Claim {
    person: Uuid,
    mutation: &'static str,
    key: String,
}

/// What a key turned out to be.
#[derive(Debug)]
pub enum Idempotency {
    /// New: do the work and [`Claim::keep`] its result.
    New(Claim),
    /// Done before, with these ids as the result.
    Replay(Vec<Uuid>),
}

/// Claims `key` of `mutation` for a person; `input` is everything the caller sent but the key.
///
/// # Errors
/// `BAD_USER_INPUT` for a key that is empty or longer than 128 bytes, `IDEMPOTENCY_MISMATCH` where it came with another input.
pub async fn claim(
    tx: &Tx,
    person: Uuid,
    mutation: &'static str,
    key: &str,
    input: &impl Serialize,
) -> Result<Idempotency> {
    if key.is_empty() || key.len() > MAX_KEY || key.chars().any(char::is_control) {
        return Err(ApiError::input("idempotencyKey", "Give a key of 1 to 128 characters."));
    }
    let bytes = serde_json::to_vec(input).map_err(ApiError::internal)?;
    let hash = format!("{:x}", Sha256::digest(&bytes));
    let mut insert =
        Sql::new("INSERT INTO idempotency_key (person_id, mutation, key, input_hash, result_ids, created_at) VALUES (");
    insert
        .bind(person)
        .push(", ")
        .bind(mutation)
        .push(", ")
        .bind(key)
        .push(", ")
        .bind(hash.as_str());
    insert
        .push(", '[]', ")
        .bind(micros(tx.now()))
        .push(") ON CONFLICT DO NOTHING");
    let inserted = tx.connection().execute_raw(insert.statement(tx.backend())).await?;
    if inserted.rows_affected() == 1 {
        return Ok(Idempotency::New(Claim {
            person,
            mutation,
            key: key.to_owned(),
        }));
    }
    let row = idempotency_key::Entity::find_by_id((person, mutation.to_owned(), key.to_owned()))
        .one(tx.connection())
        .await?
        .ok_or_else(|| ApiError::internal("an idempotency key vanished"))?;
    if row.input_hash != hash {
        return Err(ErrorCode::IdempotencyMismatch.into());
    }
    Ok(Idempotency::Replay(json(&row.result_ids)?))
}

impl Claim {
    /// Keeps the ids of the result.
    ///
    /// # Errors
    /// `INTERNAL` or `UNAVAILABLE`.
    pub async fn keep(self, tx: &Tx, ids: &[Uuid]) -> Result<()> {
        let ids = serde_json::to_string(ids).map_err(ApiError::internal)?;
        idempotency_key::Entity::update_many()
            .col_expr(idempotency_key::Column::ResultIds, Expr::value(ids))
            .filter(idempotency_key::Column::PersonId.eq(self.person))
            .filter(idempotency_key::Column::Mutation.eq(self.mutation))
            .filter(idempotency_key::Column::Key.eq(self.key))
            .exec(tx.connection())
            .await?;
        Ok(())
    }
}

/// Forgets keys older than `before` (microseconds).
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn forget(tx: &Tx, before: i64) -> Result<u64> {
    let gone = idempotency_key::Entity::delete_many()
        .filter(idempotency_key::Column::CreatedAt.lt(before))
        .exec(tx.connection())
        .await?;
    Ok(gone.rows_affected)
}
