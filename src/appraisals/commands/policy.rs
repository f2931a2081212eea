//! How appraisals in a programme are judged.

use serde_json::json;
use uuid::Uuid;

use crate::{
    app::App,
    appraisals::{
        rules::Policy,
        store::{self, PolicyRow},
    },
    audit::{self, Act, Actor, Category},
    funds,
    permissions::{Action, Scope, Viewer},
    platform::{
        clock::micros,
        db::json as read,
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
};

/// A policy and the version of it; 0 where it is the usual one.
#[derive(Debug, Clone)]
pub(crate) struct PolicyStanding {
    /// For which programme.
    pub(in crate::appraisals) program: Option<Uuid>,
    /// The policy.
    pub(in crate::appraisals) policy: Policy,
    /// Its version.
    pub(in crate::appraisals) version: i32,
}

/// Whether somebody says how appraisals are judged.
#[must_use]
pub(in crate::appraisals) fn may_configure(viewer: &Viewer) -> bool {
    viewer.scope(Action::AppraisalConfigure) == Scope::All
}

/// How appraisals in a programme are judged, or outside of programmes.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(in crate::appraisals) async fn policy_of(app: &App, program: Option<Uuid>) -> Result<PolicyStanding> {
    let row = store::policies_by_ids(app.db.read(), &[program.unwrap_or_default()])
        .await?
        .pop();
    let Some(row) = row else {
        let policy = Policy::default();
        return Ok(PolicyStanding {
            program,
            policy,
            version: 0,
        });
    };
    let policy = Policy {
        order: read(&row.rank_order)?,
        quality_every: row.quality_every,
    };
    Ok(PolicyStanding {
        program,
        policy,
        version: row.version,
    })
}

/// Says how appraisals in a programme are judged. What was found before is judged by it, too.
///
/// # Errors
/// `FORBIDDEN`, `NOT_FOUND`, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn set_policy(
    app: &App,
    viewer: &Viewer,
    program: Option<Uuid>,
    expected: i32,
    policy: Policy,
) -> Result<PolicyStanding> {
    let tx = app.begin().await?;
    if !may_configure(viewer) {
        return Err(ErrorCode::Forbidden.into());
    }
    if let Some(program) = program {
        funds::program(tx.connection(), program)
            .await?
            .ok_or_else(ApiError::not_found)?;
    }
    let id = program.unwrap_or_default();
    let before = store::policies_by_ids(tx.connection(), &[id]).await?.pop();
    if before.map_or(0, |row| row.version) != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    let policy = Policy::read(policy.order, policy.quality_every)?;
    let row = PolicyRow {
        id,
        rank_order: serde_json::to_string(&policy.order).map_err(ApiError::internal)?,
        quality_every: policy.quality_every,
        changed_by: viewer.person,
        changed_at: micros(tx.now()),
        version: expected,
    };
    store::policy_save(&tx, row).await?;
    let detail = json!({ "rankOrder": policy.order, "qualityEvery": policy.quality_every });
    let act = Act::on(Category::Admin, "setAppraisalPolicy", IdKind::Program, id).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    let version = expected + 1;
    Ok(PolicyStanding {
        program,
        policy,
        version,
    })
}
