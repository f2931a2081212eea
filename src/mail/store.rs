//! The SQL of the mail queue.

use sea_orm::ConnectionTrait as _;
use uuid::Uuid;

use super::NewMail;
use crate::platform::{
    clock::micros,
    db::{Sql, Tx},
    error::Result,
};

pub(super) async fn mail_insert(tx: &Tx, id: Uuid, mail: NewMail) -> Result<bool> {
    let kind: &str = mail.kind.into();
    let now = micros(tx.now());
    let mut sql = Sql::new(
        "INSERT INTO mail (id, person_id, kind, window_start, subject_id, state, attempts, not_before, created_at) VALUES (",
    );
    sql.bind(id)
        .push(", ")
        .bind(mail.person)
        .push(", ")
        .bind(kind)
        .push(", ")
        .bind(mail.window_start);
    sql.push(", ")
        .bind(mail.subject)
        .push(", 'QUEUED', 0, ")
        .bind(now)
        .push(", ")
        .bind(now);
    sql.push(") ON CONFLICT DO NOTHING");
    Ok(tx
        .connection()
        .execute_raw(sql.statement(tx.backend()))
        .await?
        .rows_affected()
        == 1)
}
