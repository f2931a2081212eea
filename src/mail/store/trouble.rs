//! What came back of mails, and to whom none go any more.

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    sea_query::{Expr, ExprTrait as _},
};
use uuid::Uuid;

use crate::{
    mail::{MailKind, rules::TroubleKind},
    platform::{
        clock::micros,
        db::{Sql, Tx, code},
        error::Result,
    },
};
use entity::{mail, mail_trouble, person};

/// What came back of a mail.
#[derive(Debug, Clone)]
pub(in crate::mail) struct Trouble {
    pub(in crate::mail) id: Uuid,
    pub(in crate::mail) person: Uuid,
    pub(in crate::mail) mail: Uuid,
    pub(in crate::mail) kind: TroubleKind,
    pub(in crate::mail) status: Option<String>,
    /// Identifies the report.
    pub(in crate::mail) digest: String,
}

fn code_of(kind: TroubleKind) -> &'static str {
    kind.into()
}

/// For whom and for what a mail is.
pub(in crate::mail) async fn mail_of(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<(Uuid, MailKind)>> {
    let row = mail::Entity::find_by_id(id).one(connection).await?;
    row.map(|row| Ok((row.person_id, code(&row.kind)?))).transpose()
}

/// Keeps what came back; whether the same was not kept yet.
pub(in crate::mail) async fn trouble_insert(tx: &Tx, trouble: &Trouble) -> Result<bool> {
    let mut sql = Sql::new("INSERT INTO mail_trouble (id, person_id, mail_id, kind, status, at, digest) VALUES (");
    sql.bind(trouble.id).push(", ").bind(trouble.person);
    sql.push(", ").bind(trouble.mail);
    sql.push(", ").bind(code_of(trouble.kind));
    sql.push(", ").bind(trouble.status.clone());
    sql.push(", ").bind(micros(tx.now()));
    sql.push(", ").bind(trouble.digest.as_str());
    sql.push(") ON CONFLICT DO NOTHING");
    let inserted = tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(inserted.rows_affected() == 1)
}

/// How many delays there were of somebody's mails since a moment.
pub(in crate::mail) async fn delays(tx: &Tx, person: Uuid, since: i64) -> Result<u64> {
    Ok(mail_trouble::Entity::find()
        .filter(mail_trouble::Column::PersonId.eq(person))
        .filter(mail_trouble::Column::At.gte(since))
        .filter(mail_trouble::Column::Kind.eq(code_of(TroubleKind::Delay)))
        .count(tx.connection())
        .await?)
}

/// Suspends mails to somebody; false where they are. Who complained wants no digests either.
pub(in crate::mail) async fn suspend(tx: &Tx, person: Uuid, why: TroubleKind) -> Result<bool> {
    let now = micros(tx.now());
    let mut change = person::Entity::update_many()
        .col_expr(person::Column::MailSuspendedAt, Expr::value(now))
        .col_expr(person::Column::MailSuspendedWhy, Expr::value(code_of(why)))
        .col_expr(person::Column::Version, Expr::col(person::Column::Version).add(1))
        .col_expr(person::Column::UpdatedAt, Expr::value(now));
    if why == TroubleKind::Complaint {
        change = change.col_expr(person::Column::Digest, Expr::value("OFF"));
    }
    let done = change
        .filter(person::Column::Id.eq(person))
        .filter(person::Column::MailSuspendedAt.is_null())
        .exec(tx.connection())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Has mails go to somebody again; false where they do. The delays of late no longer count.
pub(in crate::mail) async fn resume(tx: &Tx, person: Uuid) -> Result<bool> {
    let done = person::Entity::update_many()
        .col_expr(person::Column::MailSuspendedAt, Expr::value(Option::<i64>::None))
        .col_expr(person::Column::MailSuspendedWhy, Expr::value(Option::<String>::None))
        .col_expr(person::Column::Version, Expr::col(person::Column::Version).add(1))
        .col_expr(person::Column::UpdatedAt, Expr::value(micros(tx.now())))
        .filter(person::Column::Id.eq(person))
        .filter(person::Column::MailSuspendedAt.is_not_null())
        .exec(tx.connection())
        .await?;
    if done.rows_affected == 0 {
        return Ok(false);
    }
    mail_trouble::Entity::delete_many()
        .filter(mail_trouble::Column::PersonId.eq(person))
        .filter(mail_trouble::Column::Kind.eq(code_of(TroubleKind::Delay)))
        .exec(tx.connection())
        .await?;
    Ok(true)
}

/// Whether mails to somebody are suspended.
pub(in crate::mail) async fn is_suspended(connection: &impl ConnectionTrait, person: Uuid) -> Result<bool> {
    let suspended = person::Entity::find_by_id(person)
        .filter(person::Column::MailSuspendedAt.is_not_null())
        .one(connection)
        .await?;
    Ok(suspended.is_some())
}

/// Forgets what came back before a moment.
pub(in crate::mail) async fn troubles_forget(connection: &impl ConnectionTrait, before: i64) -> Result<u64> {
    let gone = mail_trouble::Entity::delete_many()
        .filter(mail_trouble::Column::At.lt(before))
        .exec(connection)
        .await?;
    Ok(gone.rows_affected)
}
