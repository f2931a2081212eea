//! The SQL of imports.

mod results;

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, ExprTrait as _},
};
use uuid::Uuid;

use super::rules::{Column, ImportState, Mapping};
use crate::platform::{
    clock::micros,
    db::{Tx, json, keyset},
    error::{ApiError, ErrorCode, Result},
    graphql::connection::{Page, PageArgs},
};
use entity::{import_mapping, import_run, import_upload};

pub(super) use results::{NewResult, ResultFilter, ResultRow, result_count, result_page, results_insert};

/// A file that was sent in.
pub(super) type UploadRow = import_upload::Model;
/// An import.
pub(super) type ImportRow = import_run::Model;

/// Inserts a file.
pub(super) async fn upload_insert(tx: &Tx, row: UploadRow) -> Result<()> {
    import_upload::Entity::insert(sea_orm::IntoActiveModel::into_active_model(row))
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// A person's own file, as long as it is kept.
pub(super) async fn upload_own(
    connection: &impl ConnectionTrait,
    person: Uuid,
    id: Uuid,
    now: i64,
) -> Result<Option<UploadRow>> {
    Ok(import_upload::Entity::find_by_id(id)
        .filter(import_upload::Column::PersonId.eq(person))
        .filter(import_upload::Column::ExpiresAt.gt(now))
        .one(connection)
        .await?)
}

/// A file, whatever its day says: for the import that needs it.
pub(super) async fn upload_find(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<UploadRow>> {
    Ok(import_upload::Entity::find_by_id(id).one(connection).await?)
}

/// Lets the day of all but a person's latest files be over.
pub(super) async fn uploads_expire(tx: &Tx, person: Uuid, but: u64) -> Result<()> {
    let older: Vec<Uuid> = import_upload::Entity::find()
        .select_only()
        .column(import_upload::Column::Id)
        .filter(import_upload::Column::PersonId.eq(person))
        .order_by_desc(import_upload::Column::CreatedAt)
        .order_by_desc(import_upload::Column::Id)
        .offset(but)
        .limit(1_000)
        .into_tuple()
        .all(tx.connection())
        .await?;
    import_upload::Entity::update_many()
        .col_expr(import_upload::Column::ExpiresAt, Expr::value(micros(tx.now())))
        .filter(import_upload::Column::Id.is_in(older.iter().copied()))
        .exec(tx.connection())
        .await?;
    uploads_forget_of(tx, Some(older)).await
}

/// Forgets files whose day is over and which no running import needs.
pub(super) async fn uploads_forget(tx: &Tx) -> Result<()> {
    uploads_forget_of(tx, None).await
}

async fn uploads_forget_of(tx: &Tx, among: Option<Vec<Uuid>>) -> Result<()> {
    let needed: Vec<Uuid> = import_run::Entity::find()
        .select_only()
        .column(import_run::Column::UploadId)
        .filter(import_run::Column::State.eq(<&str>::from(ImportState::Running)))
        .into_tuple()
        .all(tx.connection())
        .await?;
    let mut forgotten = import_upload::Entity::delete_many()
        .filter(import_upload::Column::ExpiresAt.lte(micros(tx.now())))
        .filter(import_upload::Column::Id.is_not_in(needed));
    if let Some(among) = among {
        forgotten = forgotten.filter(import_upload::Column::Id.is_in(among));
    }
    forgotten.exec(tx.connection()).await?;
    Ok(())
}

/// Inserts an import.
pub(super) async fn import_insert(tx: &Tx, row: ImportRow) -> Result<()> {
    import_run::Entity::insert(sea_orm::IntoActiveModel::into_active_model(row))
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// A person's own import.
pub(super) async fn import_own(connection: &impl ConnectionTrait, person: Uuid, id: Uuid) -> Result<Option<ImportRow>> {
    Ok(import_run::Entity::find_by_id(id)
        .filter(import_run::Column::PersonId.eq(person))
        .one(connection)
        .await?)
}

/// A page of a person's own imports, the latest first.
pub(super) async fn import_page(
    connection: &impl ConnectionTrait,
    person: Uuid,
    args: &PageArgs,
) -> Result<Page<ImportRow>> {
    // The latest first: the page is read from the other end, and so are its cursors.
    let turned = PageArgs {
        after: args.before,
        before: args.after,
        backward: !args.backward,
        ..*args
    };
    let query = import_run::Entity::find().filter(import_run::Column::PersonId.eq(person));
    let rows = keyset(query, import_run::Column::CreatedAt, import_run::Column::Id, &turned)
        .all(connection)
        .await?;
    let keyed = rows.into_iter().map(|row| (row.created_at, row.id, row));
    Ok(Page::cut(keyed.collect(), args))
}

/// How many imports a person has.
pub(super) async fn import_count(connection: &impl ConnectionTrait, person: Uuid) -> Result<u64> {
    Ok(import_run::Entity::find()
        .filter(import_run::Column::PersonId.eq(person))
        .count(connection)
        .await?)
}

/// Takes running imports that no worker is at, until a moment (microseconds); the first started first.
pub(super) async fn imports_claim(tx: &Tx, until: i64, most: u64) -> Result<Vec<ImportRow>> {
    let now = micros(tx.now());
    let free = || {
        Condition::all()
            .add(import_run::Column::State.eq(<&str>::from(ImportState::Running)))
            .add(import_run::Column::ClaimedUntil.lte(now))
    };
    let rows = import_run::Entity::find()
        .filter(free())
        .order_by_asc(import_run::Column::CreatedAt)
        .limit(most)
        .all(tx.connection())
        .await?;
    let mut claimed = Vec::new();
    for row in rows {
        let taken = import_run::Entity::update_many()
            .col_expr(import_run::Column::ClaimedUntil, Expr::value(until))
            .filter(import_run::Column::Id.eq(row.id))
            .filter(free())
            .exec(tx.connection())
            .await?;
        if taken.rows_affected == 1 {
            claimed.push(row);
        }
    }
    Ok(claimed)
}

/// Saves how far a running import is; false where it runs no more, or another worker was there first.
pub(super) async fn import_progress(tx: &Tx, row: &ImportRow, from: i32) -> Result<bool> {
    use import_run::Column;
    let saved = import_run::Entity::update_many()
        .col_expr(Column::Position, Expr::value(row.position))
        .col_expr(Column::Created, Expr::value(row.created))
        .col_expr(Column::AlreadyThere, Expr::value(row.already_there))
        .col_expr(Column::Refused, Expr::value(row.refused))
        .col_expr(Column::ClaimedUntil, Expr::value(row.claimed_until))
        .filter(Column::Id.eq(row.id))
        .filter(Column::State.eq(<&str>::from(ImportState::Running)))
        .filter(Column::Position.eq(from))
        .exec(tx.connection())
        .await?;
    Ok(saved.rows_affected == 1)
}

/// Ends a running import; false where it runs no more.
pub(super) async fn import_end(tx: &Tx, id: Uuid, state: ImportState) -> Result<bool> {
    use import_run::Column;
    let saved = import_run::Entity::update_many()
        .col_expr(Column::State, Expr::value(<&str>::from(state)))
        .col_expr(Column::EndedAt, Expr::value(Some(micros(tx.now()))))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq(<&str>::from(ImportState::Running)))
        .exec(tx.connection())
        .await?;
    Ok(saved.rows_affected == 1)
}

/// A mapping that an organisation keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MappingRow {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) mapping: Mapping,
    pub(crate) version: i32,
}

fn mapping(row: &import_mapping::Model) -> Result<MappingRow> {
    let columns: Vec<Column> = json(&row.columns)?;
    Ok(MappingRow {
        id: row.id,
        name: row.name.clone(),
        mapping: Mapping { columns },
        version: row.version,
    })
}

/// The mappings of an organisation, by their names.
pub(super) async fn mappings_of(connection: &impl ConnectionTrait, organization: Uuid) -> Result<Vec<MappingRow>> {
    let rows = import_mapping::Entity::find()
        .filter(import_mapping::Column::OrganizationId.eq(organization))
        .order_by_asc(import_mapping::Column::Name)
        .all(connection)
        .await?;
    rows.iter().map(mapping).collect()
}

/// Keeps a mapping under its name, in the place of one of the same name.
pub(super) async fn mapping_put(tx: &Tx, organization: Uuid, by: Uuid, row: &MappingRow) -> Result<()> {
    let columns = serde_json::to_string(&row.mapping.columns).map_err(ApiError::internal)?;
    if row.version > 1 {
        import_mapping::Entity::update_many()
            .col_expr(import_mapping::Column::Columns, Expr::value(columns))
            .col_expr(import_mapping::Column::Version, Expr::value(row.version))
            .col_expr(import_mapping::Column::UpdatedAt, Expr::value(micros(tx.now())))
            .filter(import_mapping::Column::Id.eq(row.id))
            .exec(tx.connection())
            .await?;
        return Ok(());
    }
    let model = import_mapping::ActiveModel {
        id: Set(row.id),
        organization_id: Set(organization),
        created_by: Set(by),
        name: Set(row.name.clone()),
        columns: Set(columns),
        version: Set(row.version),
        updated_at: Set(micros(tx.now())),
    };
    let inserted = import_mapping::Entity::insert(model)
        .exec_without_returning(tx.connection())
        .await;
    match inserted {
        Err(error) if crate::platform::db::is_unique_violation(&error) => Err(ErrorCode::AlreadyExists.into()),
        other => other.map(drop).map_err(ApiError::from),
    }
}

/// Deletes a mapping of that version.
///
/// # Errors
/// `STALE_VERSION` where somebody changed it meanwhile.
pub(super) async fn mapping_delete(tx: &Tx, id: Uuid, version: i32) -> Result<()> {
    let gone = import_mapping::Entity::delete_many()
        .filter(import_mapping::Column::Id.eq(id))
        .filter(import_mapping::Column::Version.eq(version))
        .exec(tx.connection())
        .await?;
    match gone.rows_affected {
        1 => Ok(()),
        _ => Err(ErrorCode::StaleVersion.into()),
    }
}
