//! Sharing: the grants, the walls, and the deliveries with their deadlines.

use uuid::Uuid;

use super::{
    close::close_deliveries,
    create::conclude,
    load_locked,
    preview::{Grant, Plan, ShareRequest, plan, token},
    tell::{News, tell},
    text,
};
use crate::{
    app::App,
    audience::{self, Kind},
    audit::Actor,
    leads::{
        rules::{CONFIRMATION_RULE, DeliveryState, LeadStep, TimelineKind},
        store::{self, DeliveryRow, Facts, GrantRow, LeadRow, Touch},
    },
    permissions::{
        Action, Viewer,
        audience::{delivery_audience, lead_audience},
    },
    platform::{
        clock::{NEVER, micros},
        db::Tx,
        error::{ApiError, ErrorCode, Result},
    },
};

/// Shares a lead as it was previewed: grants, walls, deliveries with their deadlines.
///
/// # Errors
/// `PREVIEW_REQUIRED` where the token is not that of this very audience, and as [`super::preview::preview`].
pub(crate) async fn share(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    request: &ShareRequest,
    preview_token: &str,
    reason: Option<&str>,
) -> Result<LeadRow> {
    share_within(
        app,
        app.begin().await?,
        viewer,
        (id, expected),
        request,
        (preview_token, reason),
    )
    .await
}

/// [`share`] within a transaction.
pub(super) async fn share_within(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    (id, expected): (Uuid, i32),
    request: &ShareRequest,
    (preview_token, reason): (&str, Option<&str>),
) -> Result<LeadRow> {
    let mut loaded = load_locked(&tx, viewer, id).await?;
    loaded.step(viewer, Action::LeadShare, LeadStep::Share, tx.now())?;
    if loaded.lead.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    if request.grants.is_empty() {
        return Err(ApiError::input("grants", "Say with whom to share."));
    }
    let reason = reason
        .filter(|reason| !reason.trim().is_empty())
        .map(|reason| text("reason", reason, 2_000))
        .transpose()?;
    let plan = plan(tx.connection(), viewer, loaded, request, tx.now()).await?;
    if token(app, viewer, &plan, &lead_audience(&plan.facts.lead)) != preview_token {
        return Err(ErrorCode::PreviewRequired.into());
    }
    let Plan {
        mut lead,
        facts,
        walls,
        grants,
        recipients,
        ..
    } = plan;
    lead.shared_at = lead.shared_at.or(Some(micros(tx.now())));
    lead.community |= grants.contains(&Grant::Community);
    lead.items_open |= request.items_open;
    let lead = store::lead_update(&tx, lead, expected, Touch::Keepers).await?;
    for grant in &grants {
        keep_grant(app, viewer, &tx, &lead, *grant, request, reason.as_deref()).await?;
    }
    audience::set_walls(&tx, id, &walls).await?;
    // Whoever must not know of it must not know either of what is done because of it.
    crate::actions::walls_follow(&tx, id).await?;
    close_walled(&tx, id, &walls).await?;
    let mut deliveries = Vec::with_capacity(recipients.len());
    for recipient in recipients {
        deliveries.push(push(app, &tx, &lead, &facts, recipient).await?);
    }
    for delivery in &deliveries {
        tell(
            &tx,
            app,
            Actor::Person(viewer),
            &lead,
            &facts,
            News::of_delivery(TimelineKind::Delivered, delivery),
        )
        .await?;
    }
    let news = News::to_keepers(TimelineKind::Shared)
        .with(format!("{}", grants.len()))
        .because(reason);
    conclude(app, viewer, tx, lead, "shareLead", news).await
}

/// Closes what an organisation that is walled off from now on could not answer any more.
async fn close_walled(tx: &Tx, lead: Uuid, walls: &[Uuid]) -> Result<()> {
    let mut walled = store::open_deliveries_of(tx.connection(), lead).await?;
    walled.retain(|row| walls.contains(&row.recipient_id));
    close_deliveries(tx, walled).await
}

pub(super) async fn keep_grant(
    app: &App,
    viewer: &Viewer,
    tx: &Tx,
    lead: &LeadRow,
    grant: Grant,
    request: &ShareRequest,
    reason: Option<&str>,
) -> Result<()> {
    let (person_id, organization_id, group_id) = match grant {
        Grant::Organization(id) => (None, Some(id), None),
        Grant::Person(id) => (Some(id), None, None),
        Grant::Group(id) => (None, None, Some(id)),
        // The lead itself says so.
        Grant::Community => return Ok(()),
    };
    let row = GrantRow {
        id: app.ids.id(tx.now()),
        lead_id: lead.id,
        person_id,
        organization_id,
        group_id,
        reason: reason.map(str::to_owned),
        granted_by: viewer.person,
        granted_at: micros(tx.now()),
        expires_at: request.expires_at.unwrap_or(NEVER),
        revoked_at: None,
        break_glass_id: None,
        personal_data: request.personal_data,
    };
    store::grant_insert(tx, row).await
}

/// Makes a delivery with its deadline on the recipient's calendar.
async fn push(app: &App, tx: &Tx, lead: &LeadRow, facts: &Facts, recipient: Uuid) -> Result<DeliveryRow> {
    let clock = super::delivery::new_clock(tx, recipient).await?;
    let now = micros(tx.now());
    let row = DeliveryRow {
        id: app.ids.id(tx.now()),
        lead_id: lead.id,
        recipient_id: recipient,
        state: <&str>::from(DeliveryState::Pushed).to_owned(),
        round: 1,
        rule: CONFIRMATION_RULE.to_owned(),
        calendar_version: clock.due.calendar_version,
        provisional: clock.due.provisional,
        pushed_at: now,
        due_on: clock.due.due_on.to_string(),
        due_at: micros(clock.due.due_at),
        expires_at: micros(clock.expires_at),
        paused_at: None,
        pause_ends_at: None,
        paused_days: 0,
        overdue_at: None,
        verdict: None,
        reason: None,
        test_purchases: None,
        answered_at: None,
        answered_by: None,
        late: false,
        attribution_allowed: false,
        info_question: None,
        info_answer: None,
        version: 1,
        created_at: now,
    };
    store::delivery_insert(tx, row.clone()).await?;
    let rows = delivery_audience(&facts.lead, &lead_audience(&facts.lead), recipient, false);
    audience::insert(tx, Kind::Delivery, store::delivery_keys(&row, lead.priority)?, &rows).await?;
    Ok(row)
}
