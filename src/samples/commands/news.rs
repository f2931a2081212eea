//! What happens to samples by itself, whom it may concern, and their labels.

use serde_json::json;
use uuid::Uuid;

use crate::{
    app::App,
    audience::Kind,
    audit::{self, Act, Actor, Category},
    evidence,
    leads::Call,
    members::{self, rules::Language},
    notifications::rules::NotificationKind,
    outbox::{self, Event, NewEvent},
    permissions::{Role, Viewer, viewer::OrganizationKind},
    platform::{
        clock::micros,
        db::Connection,
        error::{ApiError, Result},
        ids::IdKind,
    },
    samples::{
        label as paper,
        store::{self, SampleRow, SampleSight},
    },
};

const RETENTION_ENDED: &str = "SAMPLE_RETENTION_ENDED";
/// Samples of which one turn tells.
const MOST: u64 = 500;

/// Whether an event is about samples.
#[must_use]
pub(crate) fn is_news(event: &str) -> bool {
    event == RETENTION_ENDED
}

/// Tells of samples whose time to be kept is over, each in a transaction of its own; returns of how many.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(in crate::samples) async fn tell_retention(app: &App) -> Result<usize> {
    let over = store::retention_over(app.db.read(), micros(app.now()), MOST).await?;
    let mut told = 0;
    for row in over {
        told += usize::from(tell(app, &row).await?);
    }
    Ok(told)
}

async fn tell(app: &App, row: &SampleRow) -> Result<bool> {
    let tx = app.begin().await?;
    if !store::retention_tell(&tx, row.id).await? {
        return Ok(false);
    }
    let event = NewEvent {
        kind: RETENTION_ENDED,
        root: row.id,
        object: row.id,
        principals: Vec::new(),
        payload: json!({}),
    };
    outbox::publish(&tx, app.ids.as_ref(), event).await?;
    let detail = json!({ "retainedUntil": row.retained_until });
    let act = Act::on(Category::Content, "expireSampleRetention", IdKind::Sample, row.id)
        .of_lead(row.lead_id)
        .with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
    tx.commit(proof).await?;
    Ok(true)
}

/// Whom it may concern that a sample need not be kept any more: who has it in hand, and the desk.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn calls(connection: &impl Connection, event: &Event) -> Result<Vec<Call>> {
    let Some(row) = store::samples_by_ids(connection, &[event.object]).await?.pop() else {
        return Ok(Vec::new());
    };
    let items = evidence::items(connection, &[row.evidence_id]).await?;
    let mut people: Vec<Uuid> = items.iter().map(|item| item.holder_id).collect();
    let offices = members::active_organizations(connection, &[OrganizationKind::Secretariat]).await?;
    let offices: Vec<Uuid> = offices.into_iter().map(|row| row.id).collect();
    let officers = members::active_people_of(connection, &offices).await?;
    let officers = officers.into_iter().filter(|person| person.roles.contains(&Role::So));
    people.extend(officers.map(|person| person.id));
    people.sort_unstable();
    people.dedup();
    let call = |person| Call {
        person,
        kind: NotificationKind::SampleRetentionEnded,
        lead: None,
        object: (Kind::Sample, row.id),
        side: None,
    };
    Ok(people.into_iter().map(call).collect())
}

/// The label of a sample that the viewer sees, as a PDF.
///
/// # Errors
/// `NOT_FOUND`, `UNAVAILABLE` where the fonts are not there, `INTERNAL`.
pub(crate) async fn label(app: &App, viewer: &Viewer, id: Uuid, language: Language) -> Result<(String, Vec<u8>)> {
    let sight = SampleSight::of(viewer, app.now());
    let row = store::samples_seen(app.db.read(), &sight, &[id]).await?.pop();
    let row = row.ok_or_else(ApiError::not_found)?;
    let item = evidence::items(app.db.read(), &[row.evidence_id]).await?.pop();
    let seal = item.and_then(|item| item.seal);
    let bytes = paper::set(app.config.public_url.as_str(), &row, seal.as_deref(), language).await?;
    let tx = app.begin().await?;
    let act = Act::on(Category::Content, "printSampleLabel", IdKind::Sample, id).of_lead(row.lead_id);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok((format!("{}.pdf", row.reference), bytes))
}
