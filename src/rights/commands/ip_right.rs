//! The life of an IP right: entered and submitted by its holder, verified by somebody else, challenged and ended.

use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{check_version, finish, first, seen_organization};
use crate::{
    app::App,
    audit::{Act, Category},
    members::{self, OrganizationRow, OrganizationState, rules::facts},
    permissions::Viewer,
    platform::{
        db::{
            Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
    rights::{
        rules::{
            check_year,
            ip_right::{
                IpRightFacts, IpRightRow, IpRightStep, MOST_RIGHTS, Renewal, Standing, check_complete, check_last_day,
                checked, permit, permit_entry, reason_after, take,
            },
        },
        store,
    },
};

/// A right to be.
#[derive(Debug, Clone, Serialize)]
pub struct CreateIpRight {
    /// Its holder; the viewer's own organisation where none is named.
    pub organization: Option<Uuid>,
    /// What the holder says of it.
    pub facts: IpRightFacts,
}

/// Enters a right as a draft.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ALREADY_EXISTS` where the holder has a right of that number,
/// `TRANSITION_NOT_ALLOWED` where the holder is not active, `LIMIT_EXCEEDED` beyond [`MOST_RIGHTS`],
/// `IDEMPOTENCY_MISMATCH`.
pub async fn create_ip_right(app: &App, viewer: &Viewer, key: &str, input: &CreateIpRight) -> Result<IpRightRow> {
    let tx = app.begin().await?;
    let holder = entry_into(&tx, viewer, input.organization, &input.facts.brands).await?;
    let claim = match claim(&tx, viewer.person, "createIpRight", key, input).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => return seen(&tx, viewer, first(&ids)?).await,
    };
    check_active(&holder)?;
    let facts = facts_of(&tx, holder.id, input.facts.clone()).await?;
    let held = store::ip_right_lock(&tx, holder.id).await?;
    let row = draft(app, &tx, holder.id, facts, held).await?;
    claim.keep(&tx, &[row.id]).await?;
    let act = Act::on(Category::Admin, "createIpRight", IdKind::Right, row.id);
    finish(app, tx, viewer, act).await?;
    Ok(row)
}

/// The holder for whom the viewer enters a right of these brands.
pub(super) async fn entry_into(
    tx: &Tx,
    viewer: &Viewer,
    organization: Option<Uuid>,
    brands: &[Uuid],
) -> Result<OrganizationRow> {
    let holder = seen_organization(tx, viewer, organization.unwrap_or(viewer.organization)).await?;
    permit_entry(viewer, holder.id, brands, tx.now())?;
    Ok(holder)
}

pub(super) fn check_active(holder: &OrganizationRow) -> Result<()> {
    if holder.state == OrganizationState::Active {
        Ok(())
    } else {
        Err(ErrorCode::TransitionNotAllowed.into())
    }
}

/// Writes a draft of a holder who is locked and has `held` rights.
pub(super) async fn draft(app: &App, tx: &Tx, holder: Uuid, facts: IpRightFacts, held: u64) -> Result<IpRightRow> {
    if held >= MOST_RIGHTS {
        return Err(ErrorCode::LimitExceeded.into());
    }
    check_number(tx, holder, &facts, None).await?;
    let row = IpRightRow {
        id: app.ids.id(tx.now()),
        organization_id: holder,
        facts,
        standing: Standing::Draft,
        submitted_by: None,
        submitted_at: None,
        verified_by: None,
        verified_at: None,
        reason: None,
        invalid_from: None,
        renewal: None,
        version: 1,
        created_at: tx.now(),
    };
    store::ip_right_insert(tx, &row).await?;
    Ok(row)
}

/// The facts in the form they are kept in, for brands of the holder that are in use.
async fn facts_of(tx: &Tx, holder: Uuid, raw: IpRightFacts) -> Result<IpRightFacts> {
    let facts = checked(raw)?;
    check_brands(tx, holder, &facts.brands).await?;
    Ok(facts)
}

/// Whether these are brands of the holder that are in use.
pub(super) async fn check_brands(tx: &Tx, holder: Uuid, brands: &[Uuid]) -> Result<()> {
    let found = store::brands(tx.connection(), brands).await?;
    let theirs = found
        .iter()
        .filter(|brand| brand.organization_id == holder && brand.active);
    if theirs.count() == brands.len() {
        Ok(())
    } else {
        Err(ApiError::input(
            "brandIds",
            "Name brands of the right holder that are in use.",
        ))
    }
}

/// Whether no other right of the holder has the number.
async fn check_number(tx: &Tx, holder: Uuid, facts: &IpRightFacts, own: Option<Uuid>) -> Result<()> {
    let Some(key) = facts.number_key() else { return Ok(()) };
    match store::ip_right_of_number(tx, holder, &key).await? {
        Some(other) if Some(other) != own => Err(ApiError::because(
            ErrorCode::AlreadyExists,
            "The right holder has a right of this kind, office and number already.",
        )
        .at("registrationNumber")),
        Some(_) | None => Ok(()),
    }
}

/// A right that the viewer may know of.
pub(super) async fn seen(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<IpRightRow> {
    let row = store::ip_rights(tx.connection(), &[id]).await?.pop();
    let row = row.ok_or_else(ApiError::not_found)?;
    let holder = members::organizations_by_ids(tx.connection(), &[row.organization_id]).await?;
    let is_active = holder.iter().any(|holder| holder.state == OrganizationState::Active);
    if row.is_seen_by(viewer, is_active, tx.now()) {
        Ok(row)
    } else {
        Err(ApiError::not_found())
    }
}

/// The right, if the viewer may take the step; and where it leads.
async fn stepping(
    tx: &Tx,
    viewer: &Viewer,
    step: IpRightStep,
    id: Uuid,
    expected_version: i32,
) -> Result<(IpRightRow, Standing)> {
    let row = seen(tx, viewer, id).await?;
    permit(step, viewer, &row, tx.now())?;
    check_version(row.version, expected_version)?;
    let standing = take(step, viewer, &row)?;
    Ok((row, standing))
}

/// Changes the facts of a draft, all of them.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT`, `ALREADY_EXISTS`, `TRANSITION_NOT_ALLOWED` where it is no
/// draft.
pub async fn update_ip_right(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected_version: i32,
    raw: IpRightFacts,
) -> Result<IpRightRow> {
    let tx = app.begin().await?;
    let (row, standing) = stepping(&tx, viewer, IpRightStep::Update, id, expected_version).await?;
    permit_entry(viewer, row.organization_id, &raw.brands, tx.now())?;
    let facts = facts_of(&tx, row.organization_id, raw).await?;
    store::ip_right_lock(&tx, row.organization_id).await?;
    check_number(&tx, row.organization_id, &facts, Some(row.id)).await?;
    let next = IpRightRow { facts, standing, ..row };
    save(app, tx, viewer, "updateIpRight", next, &json!({})).await
}

/// Throws away a draft that was never submitted; the audit log keeps that there was one.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED` where it is no draft or was submitted before.
pub async fn discard_ip_right(app: &App, viewer: &Viewer, id: Uuid, expected_version: i32) -> Result<Uuid> {
    let tx = app.begin().await?;
    let (row, _) = stepping(&tx, viewer, IpRightStep::Discard, id, expected_version).await?;
    store::ip_right_delete(&tx, &row).await?;
    let act = Act::on(Category::Admin, "discardIpRight", IdKind::Right, row.id);
    finish(app, tx, viewer, act).await?;
    Ok(row.id)
}

/// Takes one of the steps that need no more than a reason.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED`, `FOUR_EYES`, `BAD_USER_INPUT` without a reason
/// where one is asked for, or where a fact is missing that somebody needs to verify it.
pub async fn change_ip_right(
    app: &App,
    viewer: &Viewer,
    step: IpRightStep,
    change: members::Transition,
) -> Result<IpRightRow> {
    let tx = app.begin().await?;
    let (row, standing) = stepping(&tx, viewer, step, change.id, change.expected_version).await?;
    let said = why(step, change.reason.as_deref())?;
    if step == IpRightStep::Submit {
        check_brands(&tx, row.organization_id, &row.facts.brands).await?;
    }
    let reason = reason_after(step, &row, said.clone());
    let (verb, next) = stepped(step, viewer, row, standing, &tx)?;
    let next = IpRightRow { reason, ..next };
    save(app, tx, viewer, verb, next, &json!({ "reason": said })).await
}

/// The mutation's name, and the right after the step.
fn stepped(
    step: IpRightStep,
    viewer: &Viewer,
    row: IpRightRow,
    standing: Standing,
    tx: &Tx,
) -> Result<(&'static str, IpRightRow)> {
    let renewal = row.renewal;
    let row = IpRightRow { standing, ..row };
    Ok(match step {
        IpRightStep::Submit => {
            check_complete(&row.facts)?;
            let submitted = IpRightRow {
                submitted_by: Some(viewer.person),
                submitted_at: Some(tx.now()),
                ..row
            };
            ("submitIpRight", submitted)
        }
        IpRightStep::TakeBack => {
            let taken = IpRightRow {
                verified_by: None,
                verified_at: None,
                renewal: None,
                ..row
            };
            ("takeBackIpRight", taken)
        }
        IpRightStep::Verify => ("verifyIpRight", verified(viewer, row, renewal, tx)),
        IpRightStep::Reject => ("rejectIpRight", IpRightRow { renewal: None, ..row }),
        IpRightStep::Dispute => ("disputeIpRight", row),
        IpRightStep::Settle => ("settleIpRight", row),
        IpRightStep::Update | IpRightStep::Discard | IpRightStep::Renew | IpRightStep::Invalidate => {
            return Err(ApiError::internal("this step has a command of its own"));
        }
    })
}

/// The right once its proof, or that of its renewal, was found good.
fn verified(viewer: &Viewer, row: IpRightRow, renewal: Option<Renewal>, tx: &Tx) -> IpRightRow {
    let expires_on = renewal.map(|renewal| renewal.expires_on).or(row.facts.expires_on);
    IpRightRow {
        facts: IpRightFacts {
            expires_on,
            ..row.facts
        },
        verified_by: Some(viewer.person),
        verified_at: Some(tx.now()),
        renewal: None,
        ..row
    }
}

/// Says that a right has a later last day; it counts once somebody else has verified it.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED`, `BAD_USER_INPUT` where the day is not later.
pub async fn renew_ip_right(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected_version: i32,
    expires_on: Date,
) -> Result<IpRightRow> {
    let tx = app.begin().await?;
    let (row, standing) = stepping(&tx, viewer, IpRightStep::Renew, id, expected_version).await?;
    let renewal = Renewal {
        expires_on: check_last_day(&row.facts, expires_on)?,
        submitted_by: viewer.person,
    };
    let detail = json!({ "expiresOn": expires_on });
    let next = IpRightRow {
        standing,
        reason: reason_after(IpRightStep::Renew, &row, None),
        renewal: Some(renewal),
        ..row
    };
    save(app, tx, viewer, "renewIpRight", next, &detail).await
}

/// Says that a right has no effect: from its beginning, or from `from` on.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED`, `BAD_USER_INPUT` without a reason.
pub async fn invalidate_ip_right(
    app: &App,
    viewer: &Viewer,
    change: members::Transition,
    from: Option<Date>,
) -> Result<IpRightRow> {
    let step = IpRightStep::Invalidate;
    let tx = app.begin().await?;
    let (row, standing) = stepping(&tx, viewer, step, change.id, change.expected_version).await?;
    let reason = why(step, change.reason.as_deref())?;
    from.map_or(Ok(()), |day| check_year("from", day))?;
    let detail = json!({ "reason": reason, "from": from });
    let next = IpRightRow {
        standing,
        reason,
        invalid_from: from.or(row.facts.in_force_from),
        renewal: None,
        ..row
    };
    save(app, tx, viewer, "invalidateIpRight", next, &detail).await
}

fn why(step: IpRightStep, reason: Option<&str>) -> Result<Option<String>> {
    let reason = facts::reason(reason)?;
    if step.asks_why() && reason.is_none() {
        return Err(ApiError::input("reason", "Say why."));
    }
    Ok(reason)
}

async fn save(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    verb: &'static str,
    row: IpRightRow,
    detail: &Value,
) -> Result<IpRightRow> {
    let row = store::ip_right_save(&tx, row).await?;
    if row.standing == Standing::Submitted {
        // What the secretariat sees from now on is kept.
        store::certificates_hand_in(&tx, row.id).await?;
    }
    let act = Act::on(Category::Admin, verb, IdKind::Right, row.id).with(detail);
    finish(app, tx, viewer, act).await?;
    Ok(row)
}
