//! Programmes of test purchases: making, changing and ending them.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde_json::json;
use uuid::Uuid;

use super::{finish, funds::reference, manages, must_manage};
use crate::{
    app::App,
    funds::{
        rules::{self, MOST_NAMED, ProgramFacts, ProgramState, ProgramStep},
        store::{self, FundRow, ProgramRow},
    },
    members::{self, OrganizationState},
    permissions::{Viewer, viewer::OrganizationKind},
    platform::{
        clock::micros,
        db::{
            Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
};

/// The day of a moment, by which programmes begin and end: in UTC.
#[must_use]
pub(in crate::funds) fn today(now: Timestamp) -> Date {
    now.to_zoned(TimeZone::UTC).date()
}

/// Where a programme stands at a moment.
///
/// # Errors
/// `INTERNAL` where its days cannot be read.
pub(in crate::funds) fn state_at(row: &ProgramRow, now: Timestamp) -> Result<ProgramState> {
    let day = |text: &str| text.parse::<Date>().map_err(ApiError::internal);
    Ok(rules::program_state(
        day(&row.starts_on)?,
        day(&row.ends_on)?,
        row.archived_at.is_some(),
        today(now),
    ))
}

/// Whether somebody may take a step with a programme now.
#[must_use]
pub(in crate::funds) fn may_change(viewer: &Viewer, row: &ProgramRow, step: ProgramStep) -> bool {
    match step {
        ProgramStep::Update | ProgramStep::Archive => manages(viewer) && row.archived_at.is_none(),
    }
}

/// Makes a programme.
///
/// # Errors
/// `FORBIDDEN`, `NOT_FOUND`, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn create_program(
    app: &App,
    viewer: &Viewer,
    key: &str,
    fund: Uuid,
    facts: ProgramFacts,
) -> Result<Uuid> {
    let tx = app.begin().await?;
    must_manage(viewer)?;
    let found = store::funds_by_ids(tx.connection(), &[fund]).await?.pop();
    let fund = found.ok_or_else(ApiError::not_found)?;
    let claim = match claim(&tx, viewer.person, "createTestPurchaseProgram", key, &(fund.id, &facts)).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => return ids.first().copied().ok_or_else(ApiError::not_found),
    };
    let mut row = ProgramRow {
        id: app.ids.id(tx.now()),
        reference: reference(app, &tx, "TP"),
        fund_id: fund.id,
        name: String::new(),
        purpose: String::new(),
        starts_on: String::new(),
        ends_on: String::new(),
        open: true,
        per_purchase_minor: None,
        per_member_minor: None,
        per_period_minor: None,
        period_days: None,
        per_seller_minor: None,
        required_evidence: String::new(),
        threshold_minor: None,
        archived_at: None,
        created_by: viewer.person,
        version: 1,
        created_at: micros(tx.now()),
    };
    let members = fill(&tx, &fund, &mut row, &facts).await?;
    let id = row.id;
    store::program_insert(&tx, row).await?;
    store::members_put(&tx, id, &members).await?;
    claim.keep(&tx, &[id]).await?;
    let detail = json!({ "fund": fund.id, "members": members.len() });
    finish(
        app,
        tx,
        viewer,
        "createTestPurchaseProgram",
        (IdKind::Program, id),
        &detail,
    )
    .await
}

/// Changes a programme.
///
/// # Errors
/// `FORBIDDEN`, `NOT_FOUND`, `TRANSITION_NOT_ALLOWED` where it is archived, `STALE_VERSION`, `BAD_USER_INPUT`.
pub(crate) async fn update_program(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    facts: ProgramFacts,
) -> Result<Uuid> {
    let tx = app.begin().await?;
    let mut row = load(&tx, viewer, id, expected).await?;
    let fund = store::funds_by_ids(tx.connection(), &[row.fund_id]).await?.pop();
    let fund = fund.ok_or_else(ApiError::not_found)?;
    let members = fill(&tx, &fund, &mut row, &facts).await?;
    store::program_save(&tx, row).await?;
    store::members_put(&tx, id, &members).await?;
    let detail = json!({ "members": members.len() });
    finish(
        app,
        tx,
        viewer,
        "updateTestPurchaseProgram",
        (IdKind::Program, id),
        &detail,
    )
    .await
}

/// Ends a programme for good: its allocations close. What is held runs on, and refunds still come in.
///
/// # Errors
/// `FORBIDDEN`, `NOT_FOUND`, `TRANSITION_NOT_ALLOWED` where it is archived, `STALE_VERSION`.
pub(crate) async fn archive(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<Uuid> {
    let tx = app.begin().await?;
    let mut row = load(&tx, viewer, id, expected).await?;
    row.archived_at = Some(micros(tx.now()));
    store::program_save(&tx, row).await?;
    store::accounts_close(&tx, id).await?;
    let detail = json!({});
    finish(
        app,
        tx,
        viewer,
        "archiveTestPurchaseProgram",
        (IdKind::Program, id),
        &detail,
    )
    .await
}

async fn load(tx: &Tx, viewer: &Viewer, id: Uuid, expected: i32) -> Result<ProgramRow> {
    must_manage(viewer)?;
    let found = store::programs_by_ids(tx.connection(), &[id]).await?.pop();
    let row = found.ok_or_else(ApiError::not_found)?;
    if !may_change(viewer, &row, ProgramStep::Update) {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    match row.version == expected {
        true => Ok(row),
        false => Err(ErrorCode::StaleVersion.into()),
    }
}

/// Writes what is said of a programme into its row; gives who may take part by name.
async fn fill(tx: &Tx, fund: &FundRow, row: &mut ProgramRow, facts: &ProgramFacts) -> Result<Vec<Uuid>> {
    let ((starts_on, ends_on), caps) = (facts.days()?, facts.caps(&fund.currency)?);
    row.name = rules::line("name", &facts.name, 200)?;
    row.purpose = rules::text("purpose", &facts.purpose, 2_000)?;
    (row.starts_on, row.ends_on) = (starts_on.to_string(), ends_on.to_string());
    row.open = facts.members.is_none();
    row.per_purchase_minor = caps.per_purchase;
    row.per_member_minor = caps.per_member;
    row.per_period_minor = caps.per_period.map(|(minor, _)| minor);
    row.period_days = caps.per_period.map(|(_, days)| days);
    row.per_seller_minor = caps.per_seller;
    let mut kinds = facts.required_evidence.clone();
    kinds.sort_unstable();
    kinds.dedup();
    row.required_evidence = serde_json::to_string(&kinds).map_err(ApiError::internal)?;
    let threshold = facts.threshold.as_deref();
    row.threshold_minor = threshold
        .map(|text| rules::amount("approvalThreshold", text, &fund.currency))
        .transpose()?;
    named(tx, facts.members.as_deref().unwrap_or_default()).await
}

/// Active members, each once.
async fn named(tx: &Tx, ids: &[Uuid]) -> Result<Vec<Uuid>> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    if ids.len() > MOST_NAMED {
        let text = format!("Name at most {MOST_NAMED} members.");
        return Err(ApiError::input("memberIds", text));
    }
    let found = members::organizations_by_ids(tx.connection(), &ids).await?;
    let members = found.iter().filter(|row| {
        let is_member = matches!(row.kind, OrganizationKind::MemberBrand | OrganizationKind::Association);
        is_member && row.state == OrganizationState::Active
    });
    match members.count() == ids.len() {
        true => Ok(ids),
        false => Err(ApiError::input("memberIds", "Name active members.")),
    }
}
