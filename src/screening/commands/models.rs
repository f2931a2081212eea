//! Versions of models: learnt of what was said of listings, recorded with how good they are.

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::scope::changeable;
use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    permissions::Viewer,
    platform::{
        clock::micros,
        db::{
            Connection,
            idempotency::{self, Idempotency},
            json as read_json,
        },
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
    screening::{
        rules::{
            learning::{Learnt, learn},
            score::{Disposition, Finding, Score},
            training::Verdict,
        },
        store::{self, ModelRow},
    },
};

/// Verdicts that a version is learnt of, the latest ones.
const MOST_VERDICTS: u64 = 4_000;

/// A version to be learnt.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NewModel {
    #[serde(skip)]
    pub(crate) idempotency_key: String,
    /// The brand it is for; the alliance where none is named.
    pub(crate) brand: Option<Uuid>,
}

/// Learns the next version of a model of the latest 4,000 verdicts and records it with its curve. Nothing is screened by it
/// before it is released.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`; `TRANSITION_NOT_ALLOWED` with the numbers where there are too few verdicts;
/// `IDEMPOTENCY_MISMATCH`; `STALE_VERSION` where somebody else made the same version in the same moment.
pub(crate) async fn train_model(app: &App, viewer: &Viewer, new: NewModel) -> Result<ModelRow> {
    changeable(app.db.read(), viewer, new.brand, app.now()).await?;
    let verdicts = verdicts(app.db.read()).await?;
    let brand = new.brand.map(|brand| brand.simple().to_string());
    // Seconds of arithmetic: not on a thread that answers others, and not within a transaction.
    let learning = tokio::task::spawn_blocking(move || learn(&verdicts, brand.as_deref()));
    let learnt = learning.await.map_err(ApiError::internal)?;
    let tx = app.begin().await?;
    let scope = changeable(tx.connection(), viewer, new.brand, tx.now()).await?;
    let claim = match idempotency::claim(&tx, viewer.person, "trainScreeningModel", &new.idempotency_key, &new).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let id = ids.first().copied().ok_or_else(ApiError::not_found)?;
            let row = store::model_by_id(tx.connection(), id).await?;
            return row.ok_or_else(ApiError::not_found);
        }
    };
    let Learnt {
        fixed,
        confirmed,
        cleared,
        curve,
    } = learnt
        .map_err(|error| ApiError::because(ErrorCode::TransitionNotAllowed, format!("Nothing was learnt: {error}.")))?;
    let code = scope.code();
    let number = store::model_last(&tx, &code, scope.brand).await? + 1;
    let row = ModelRow {
        id: app.ids.id(tx.now()),
        scope: code,
        brand_id: scope.brand,
        number,
        name: format!("{}-{number}", scope.name),
        weights: serde_json::to_string(&fixed).map_err(ApiError::internal)?,
        confirmed: i32::try_from(confirmed).unwrap_or(i32::MAX),
        cleared: i32::try_from(cleared).unwrap_or(i32::MAX),
        curve: serde_json::to_string(&curve).map_err(ApiError::internal)?,
        trained_by: viewer.person,
        created_at: micros(tx.now()),
    };
    store::model_insert(&tx, row.clone()).await?;
    claim.keep(&tx, &[row.id]).await?;
    let detail = json!({
        "scope": row.scope, "number": row.number, "confirmed": row.confirmed, "cleared": row.cleared,
    });
    let act = Act::on(Category::Admin, "trainScreeningModel", IdKind::ScreeningModel, row.id).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(row)
}

/// What was said of listings, as the training reads it.
async fn verdicts(connection: &impl Connection) -> Result<Vec<Verdict>> {
    let judged = store::judged(connection, MOST_VERDICTS).await?;
    let verdict = |row: store::Judged| {
        let score = Score {
            brand: row.brand_id.simple().to_string(),
            findings: read_json::<Vec<Finding>>(&row.findings)?,
            sum: 0.0,
            probability: 0.0,
            disposition: Disposition::Nothing,
            infringements: Vec::new(),
        };
        Ok(Verdict::on(&score, row.label == 1))
    };
    judged.into_iter().map(verdict).collect()
}
