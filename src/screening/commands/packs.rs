//! Versions of rules: written, checked, kept.

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{line_if, scope::changeable};
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    permissions::Viewer,
    platform::{
        clock::micros,
        db::idempotency::{self, Idempotency},
        error::{ApiError, Result},
        ids::IdKind,
    },
    screening::{
        rules::pack::{PackKind, PackText},
        store::{self, PackRow},
    },
};

/// Rules to be kept as the next version.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NewPack {
    #[serde(skip)]
    pub(crate) idempotency_key: String,
    /// The brand they are for; the alliance where none is named.
    pub(crate) brand: Option<Uuid>,
    pub(crate) kind: PackKind,
    /// TOML or JSON.
    pub(crate) rules: String,
    pub(crate) note: Option<String>,
}

/// Keeps rules as the next version of their kind. Nothing is screened by them before they are released.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`; `BAD_USER_INPUT` with what is wrong with the rules; `IDEMPOTENCY_MISMATCH`; `STALE_VERSION`
/// where somebody else made the same version in the same moment.
pub(crate) async fn create_pack(app: &App, viewer: &Viewer, new: NewPack) -> Result<PackRow> {
    let tx = app.begin().await?;
    let scope = changeable(tx.connection(), viewer, new.brand, tx.now()).await?;
    let claim = match idempotency::claim(&tx, viewer.person, "createRulePack", &new.idempotency_key, &new).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let id = ids.first().copied().ok_or_else(ApiError::not_found)?;
            let row = store::pack_by_id(tx.connection(), id).await?;
            return row.ok_or_else(ApiError::not_found);
        }
    };
    PackText::read(&new.rules, new.kind, new.brand.is_some())
        .map_err(|error| ApiError::input("rules", format!("Please correct this: {error}.")))?;
    let (code, kind) = (scope.code(), <&str>::from(new.kind));
    let row = PackRow {
        id: app.ids.id(tx.now()),
        number: store::pack_last(&tx, &code, scope.brand, kind).await? + 1,
        scope: code,
        brand_id: scope.brand,
        kind: kind.to_owned(),
        rules: new.rules,
        note: line_if("note", new.note.as_deref(), 300)?,
        created_by: viewer.person,
        created_at: micros(tx.now()),
    };
    store::pack_insert(&tx, row.clone()).await?;
    claim.keep(&tx, &[row.id]).await?;
    let detail = json!({ "scope": row.scope, "kind": row.kind, "number": row.number });
    let act = Act::on(Category::Admin, "createRulePack", IdKind::RulePack, row.id).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(row)
}
