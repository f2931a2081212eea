//! Mappings of tables that an organisation keeps under a name.

use std::collections::HashSet;

use serde_json::json;
use uuid::Uuid;

use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    imports::{
        rules::{Field, MAX_MAPPED, Mapping},
        store::{self, MappingRow},
    },
    permissions::{Action, Viewer},
    platform::{
        db::{
            Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
        text::clean_line,
    },
};

/// Most mappings of an organisation.
const MOST: usize = 50;

/// The mappings of the viewer's organisation.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn mappings(app: &App, viewer: &Viewer) -> Result<Vec<MappingRow>> {
    store::mappings_of(app.db.read(), viewer.organization).await
}

/// A mapping whose columns are named, each once, and each field but the summary once.
///
/// # Errors
/// `BAD_USER_INPUT` at `columns`.
pub(crate) fn checked(mapping: &Mapping) -> Result<()> {
    let refuse = |text: &'static str| Err(ApiError::input("columns", text));
    if mapping.columns.len() > MAX_MAPPED {
        return refuse("Name at most 100 columns.");
    }
    let (mut columns, mut fields) = (HashSet::new(), HashSet::new());
    for column in &mapping.columns {
        if column.column.chars().count() > 120 || !columns.insert(&column.column) {
            return refuse("Name each column once, in at most 120 characters.");
        }
        if column.field != Field::Summary && !fields.insert(column.field) {
            return refuse("Only the summary takes more than one column.");
        }
    }
    Ok(())
}

/// Keeps a mapping for the viewer's organisation, in the place of one of the same name.
///
/// # Errors
/// `FORBIDDEN` where the viewer writes no leads, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn save_mapping(
    app: &App,
    viewer: &Viewer,
    key: &str,
    name: &str,
    mapping: Mapping,
) -> Result<MappingRow> {
    let tx = app.begin().await?;
    if !viewer.has(Action::LeadCreate) {
        return Err(ErrorCode::Forbidden.into());
    }
    let kept = |rows: Vec<MappingRow>, id: Uuid| {
        rows.into_iter()
            .find(|row| row.id == id)
            .ok_or_else(ApiError::not_found)
    };
    let claim = match claim(&tx, viewer.person, "saveImportMapping", key, &(name, &mapping)).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let id = ids.first().copied().ok_or_else(ApiError::not_found)?;
            return kept(store::mappings_of(tx.connection(), viewer.organization).await?, id);
        }
    };
    let name =
        clean_line(name, 1..=80).map_err(|error| ApiError::input("name", format!("Please correct this: {error}.")))?;
    checked(&mapping)?;
    let there = store::mappings_of(tx.connection(), viewer.organization).await?;
    let row = match there.iter().find(|row| row.name == name) {
        Some(row) => MappingRow {
            mapping,
            version: row.version + 1,
            ..row.clone()
        },
        None if there.len() >= MOST => {
            return Err(ApiError::input(
                "name",
                "An organisation keeps at most 50 mappings: delete one first.",
            ));
        }
        None => MappingRow {
            id: app.ids.id(tx.now()),
            name,
            mapping,
            version: 1,
        },
    };
    store::mapping_put(&tx, viewer.organization, viewer.person, &row).await?;
    claim.keep(&tx, &[row.id]).await?;
    finish(app, tx, viewer, "saveImportMapping", row.id).await?;
    Ok(row)
}

/// Deletes a mapping of the viewer's organisation.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`.
pub(crate) async fn delete_mapping(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<MappingRow> {
    let tx = app.begin().await?;
    let there = store::mappings_of(tx.connection(), viewer.organization).await?;
    let row = there
        .into_iter()
        .find(|row| row.id == id)
        .ok_or_else(ApiError::not_found)?;
    if !viewer.has(Action::LeadCreate) {
        return Err(ErrorCode::Forbidden.into());
    }
    store::mapping_delete(&tx, id, expected).await?;
    finish(app, tx, viewer, "deleteImportMapping", id).await?;
    Ok(row)
}

async fn finish(app: &App, tx: Tx, viewer: &Viewer, action: &'static str, id: Uuid) -> Result<()> {
    let detail = json!({});
    let act = Act::on(Category::Content, action, IdKind::Mapping, id).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await
}
