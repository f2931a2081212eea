//! The SQL of subjects. Every read takes the viewer's [`Sight`]; what it does not meet is not found.

mod correlation;
mod links;
mod lists;
mod marks;

use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult as _,
    IntoActiveModel as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, TryInsertResult,
    sea_query::{Expr, ExprTrait as _},
};
use uuid::Uuid;

use crate::{
    audience::{self, Kind, Sight},
    platform::{
        clock::micros,
        db::{Sql, Tx, claim_version, columns},
        error::{ApiError, ErrorCode, Result},
    },
};
use entity::{subject, subject_identifier, subject_note};

pub(super) use correlation::{Holding, holdings, uses_change};
pub(super) use links::{link_by_id, link_count, link_insert, link_remove, links_seen};
pub(super) use lists::{SubjectQuery, subject_count, subject_page, subjects_of_leads};
pub(super) use marks::{addresses_of, around, hashes_of, lead_of};

/// A subject's row.
pub(crate) type SubjectRow = subject::Model;
/// An identifier's row.
pub(crate) type IdentifierRow = subject_identifier::Model;
/// A link's row.
pub(crate) type LinkRow = entity::subject_link::Model;
/// The row of what an organisation notes for itself.
pub(crate) type NoteRow = subject_note::Model;

/// A subject that the sight meets.
///
/// # Errors
/// `NOT_FOUND`.
pub(super) async fn subject_find(connection: &impl ConnectionTrait, sight: &Sight, id: Uuid) -> Result<SubjectRow> {
    let row = audience::object::<subject::Entity>(connection, sight, Kind::Subject, id).await?;
    row.ok_or_else(ApiError::not_found)
}

/// The subjects with these ids that the sight meets, in any order.
pub(super) async fn subjects_seen(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    ids: &[Uuid],
) -> Result<Vec<SubjectRow>> {
    audience::objects::<subject::Entity>(connection, sight, Kind::Subject, ids).await
}

/// Every subject that was not taken away.
pub(super) async fn subjects_present(connection: &impl ConnectionTrait) -> Result<Vec<SubjectRow>> {
    let present = subject::Entity::find().filter(subject::Column::RemovedAt.is_null());
    Ok(present.all(connection).await?)
}

/// Up to `most` subjects that are not found by their words, because an older version kept them, and were not taken away.
pub(super) async fn subjects_unindexed(connection: &impl ConnectionTrait, most: u64) -> Result<Vec<SubjectRow>> {
    let mut sql = Sql::new(&format!(
        "SELECT {} FROM subject s WHERE s.removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM search_document d WHERE d.kind = ",
        columns::<subject::Entity>("s")
    ));
    sql.bind(Kind::Subject.code())
        .push(&format!(" AND d.object_id = s.id) ORDER BY s.id LIMIT {most}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok(SubjectRow::from_query_result(row, "")?))
        .collect()
}

/// How many subjects a lead names that were not taken away.
pub(super) async fn subjects_count_of(connection: &impl ConnectionTrait, lead: Uuid) -> Result<u64> {
    let present = subject::Entity::find()
        .filter(subject::Column::LeadId.eq(lead))
        .filter(subject::Column::RemovedAt.is_null());
    Ok(present.count(connection).await?)
}

/// Inserts a subject.
pub(super) async fn subject_insert(tx: &Tx, row: SubjectRow) -> Result<()> {
    subject::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves a changed subject if nobody else changed it since `expected`; raises its version.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(super) async fn subject_update(tx: &Tx, mut row: SubjectRow, expected: i32) -> Result<SubjectRow> {
    row.version = expected + 1;
    claim_version::<subject::Entity>(tx, (subject::Column::Id, row.id), (subject::Column::Version, expected)).await?;
    Ok(row.into_active_model().reset_all().update(tx.connection()).await?)
}

/// Inserts identifiers of a subject.
pub(super) async fn identifiers_insert(tx: &Tx, rows: Vec<IdentifierRow>) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let hashes: Vec<String> = rows.iter().map(|row| row.hash.clone()).collect();
    let rows = rows.into_iter().map(sea_orm::IntoActiveModel::into_active_model);
    subject_identifier::Entity::insert_many(rows)
        .exec_without_returning(tx.connection())
        .await?;
    uses_change(tx, &hashes, 1).await
}

/// The identifiers of some subjects that were not taken away, in the order in which they were added. Whoever sees the
/// subject sees them.
pub(super) async fn identifiers_of(connection: &impl ConnectionTrait, subjects: &[Uuid]) -> Result<Vec<IdentifierRow>> {
    if subjects.is_empty() {
        return Ok(Vec::new());
    }
    Ok(subject_identifier::Entity::find()
        .filter(subject_identifier::Column::SubjectId.is_in(subjects.iter().copied()))
        .filter(subject_identifier::Column::RemovedAt.is_null())
        .order_by_asc(subject_identifier::Column::AddedAt)
        .order_by_asc(subject_identifier::Column::Id)
        .all(connection)
        .await?)
}

/// An identifier that was not taken away, whoever may see it.
pub(super) async fn identifier_by_id(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<IdentifierRow>> {
    let present = subject_identifier::Entity::find_by_id(id).filter(subject_identifier::Column::RemovedAt.is_null());
    Ok(present.one(connection).await?)
}

/// Takes identifiers away; their hashes meet nothing any more.
pub(super) async fn identifiers_remove(tx: &Tx, rows: &[IdentifierRow]) -> Result<()> {
    subject_identifier::Entity::update_many()
        .col_expr(
            subject_identifier::Column::RemovedAt,
            Expr::value(Some(micros(tx.now()))),
        )
        .filter(subject_identifier::Column::Id.is_in(rows.iter().map(|row| row.id)))
        .exec(tx.connection())
        .await?;
    let hashes: Vec<String> = rows.iter().map(|row| row.hash.clone()).collect();
    uses_change(tx, &hashes, -1).await
}

/// What organisations note for themselves of some subjects: of each the note of one organisation.
pub(super) async fn notes_of(
    connection: &impl ConnectionTrait,
    organization: Uuid,
    subjects: &[Uuid],
) -> Result<Vec<NoteRow>> {
    Ok(subject_note::Entity::find()
        .filter(subject_note::Column::OrganizationId.eq(organization))
        .filter(subject_note::Column::SubjectId.is_in(subjects.iter().copied()))
        .all(connection)
        .await?)
}

/// Writes an organisation's note of a subject if nobody else changed it since `expected`, 0 where there was none; takes it
/// away where it says nothing.
///
/// # Errors
/// `STALE_VERSION`.
pub(super) async fn note_save(tx: &Tx, row: NoteRow, body: Option<String>, expected: i32) -> Result<()> {
    let (subject, organization) = (row.subject_id, row.organization_id);
    let saved = match (body, expected) {
        (Some(body), 0) => {
            let row = NoteRow {
                body,
                version: 1,
                ..row
            };
            let insert = subject_note::Entity::insert(row.into_active_model()).on_conflict_do_nothing();
            match insert.exec_without_returning(tx.connection()).await? {
                TryInsertResult::Inserted(rows) => rows,
                TryInsertResult::Empty | TryInsertResult::Conflicted => 0,
            }
        }
        (Some(body), _) => {
            let update = subject_note::Entity::update_many()
                .col_expr(subject_note::Column::Body, Expr::value(body))
                .col_expr(subject_note::Column::WrittenBy, Expr::value(row.written_by))
                .col_expr(subject_note::Column::WrittenAt, Expr::value(row.written_at))
                .col_expr(subject_note::Column::Version, Expr::value(expected + 1))
                .filter(subject_note::Column::SubjectId.eq(subject))
                .filter(subject_note::Column::OrganizationId.eq(organization))
                .filter(subject_note::Column::Version.eq(expected));
            update.exec(tx.connection()).await?.rows_affected
        }
        (None, _) => {
            let delete = subject_note::Entity::delete_many()
                .filter(subject_note::Column::SubjectId.eq(subject))
                .filter(subject_note::Column::OrganizationId.eq(organization))
                .filter(subject_note::Column::Version.eq(expected));
            delete.exec(tx.connection()).await?.rows_affected
        }
    };
    match saved {
        1 => Ok(()),
        _ => Err(ErrorCode::StaleVersion.into()),
    }
}

/// People whose data are to be forgotten by now, those due first in front; at most 100.
pub(super) async fn subjects_to_forget(connection: &impl ConnectionTrait, now: i64) -> Result<Vec<Uuid>> {
    let due = subject::Entity::find()
        .select_only()
        .column(subject::Column::Id)
        .filter(subject::Column::RetainUntil.lte(now))
        .order_by_asc(subject::Column::RetainUntil)
        .limit(100)
        .into_tuple();
    Ok(due.all(connection).await?)
}

/// Forgets a person: the name, everything it was known by and said of it, in the search index too. That there was somebody
/// stays. False where somebody else did it.
pub(super) async fn subject_forget(tx: &Tx, id: Uuid, name: &str) -> Result<bool> {
    use crate::platform::clock::NEVER;
    let forgotten = subject::Entity::update_many()
        .col_expr(subject::Column::Name, Expr::value(name))
        .col_expr(subject::Column::Detail, Expr::value(None::<String>))
        .col_expr(subject::Column::RemovedWhy, Expr::value(None::<String>))
        .col_expr(subject::Column::RetainUntil, Expr::value(NEVER))
        .col_expr(subject::Column::Version, Expr::col(subject::Column::Version).add(1))
        .filter(subject::Column::Id.eq(id))
        .filter(subject::Column::RetainUntil.lte(micros(tx.now())))
        .exec(tx.connection())
        .await?;
    if forgotten.rows_affected != 1 {
        return Ok(false);
    }
    let rows = identifiers_of(tx.connection(), &[id]).await?;
    identifiers_remove(tx, &rows).await?;
    subject_identifier::Entity::delete_many()
        .filter(subject_identifier::Column::SubjectId.eq(id))
        .exec(tx.connection())
        .await?;
    subject_note::Entity::delete_many()
        .filter(subject_note::Column::SubjectId.eq(id))
        .exec(tx.connection())
        .await?;
    links::links_silence(tx, id).await?;
    Ok(true)
}

/// A subject, whoever may see it.
pub(super) async fn subject_by_id(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<SubjectRow>> {
    Ok(subject::Entity::find_by_id(id).one(connection).await?)
}

/// A condition that a column is the id of a subject that the sight meets and that was not taken away.
fn present(sight: &Sight, column: &str) -> Sql {
    let mut sql = audience::meets(sight, Kind::Subject, column);
    sql.push(" AND EXISTS (SELECT 1 FROM subject p WHERE p.removed_at IS NULL AND p.id = ")
        .push(column)
        .push(")");
    sql
}
