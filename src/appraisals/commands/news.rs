//! What happens to appraisals, and whom it may concern. Who of them is told decides their sight at that moment; see
//! `crate::notifications`.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use serde_json::json;
use uuid::Uuid;

use crate::{
    app::App,
    appraisals::store::{self, AppraisalRow},
    audience::Kind,
    leads::Call,
    members,
    notifications::rules::NotificationKind,
    outbox::{self, Event, NewEvent},
    permissions::{Role, viewer::OrganizationKind},
    platform::{
        clock::micros,
        db::{Connection, Recorded, Tx},
        error::{ApiError, Result},
        ids::{self, IdKind},
    },
};

const ORDERED: &str = "APPRAISAL_ORDERED";
const DUE_SOON: &str = "APPRAISAL_DUE_SOON";
const OVERDUE: &str = "APPRAISAL_OVERDUE";
const REPORTED: &str = "APPRAISAL_REPORTED";
const CONTESTED: &str = "APPRAISAL_CONTESTED";
const CONFLICT: &str = "APPRAISAL_CONFLICT";

/// How long before its end somebody is told of a deadline.
const AHEAD: SignedDuration = SignedDuration::from_hours(48);
/// Appraisals of which one turn tells.
const MOST: u64 = 500;

/// Whether an event is about appraisals.
#[must_use]
pub(crate) fn is_news(event: &str) -> bool {
    [ORDERED, DUE_SOON, OVERDUE, REPORTED, CONTESTED, CONFLICT].contains(&event)
}

/// Tells of something. Nobody hears the event itself: it has no principals, and holds nothing but who.
async fn publish(app: &App, tx: &Tx, kind: &'static str, appraisal: Uuid, by: Option<Uuid>) -> Result<()> {
    let event = NewEvent {
        kind,
        root: appraisal,
        object: appraisal,
        principals: Vec::new(),
        payload: json!({ "by": by.map(|person| ids::encode(IdKind::Person, person)) }),
    };
    outbox::publish(tx, app.ids.as_ref(), event).await
}

/// Tells that somebody is to inspect.
pub(super) async fn ordered(app: &App, tx: &Tx, appraisal: Uuid, by: Uuid) -> Result<()> {
    publish(app, tx, ORDERED, appraisal, Some(by)).await
}

/// Tells that there is a report, or that it contradicts another one.
pub(super) async fn reported(app: &App, tx: &Tx, appraisal: Uuid, by: Uuid, is_conflict: bool) -> Result<()> {
    publish(app, tx, REPORTED, appraisal, Some(by)).await?;
    match is_conflict {
        true => publish(app, tx, CONFLICT, appraisal, None).await,
        false => Ok(()),
    }
}

/// Tells that a report is contested.
pub(super) async fn contested(app: &App, tx: &Tx, appraisal: Uuid, by: Uuid) -> Result<()> {
    publish(app, tx, CONTESTED, appraisal, Some(by)).await
}

/// Tells of reports that are late, and of those that are due within two days; each once.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(in crate::appraisals) async fn remind(app: &App) -> Result<usize> {
    let now = app.now();
    let soon = now.checked_add(AHEAD).map_err(ApiError::internal)?;
    let mut told = 0;
    for (before, reminded, kind) in [(now, 2, OVERDUE), (soon, 1, DUE_SOON)] {
        for row in store::appraisals_due(app.db.read(), micros(before), reminded, MOST).await? {
            let tx = app.begin().await?;
            if store::remind(&tx, row.id, reminded).await? {
                publish(app, &tx, kind, row.id, None).await?;
                // Nothing of the appraisal has changed.
                tx.commit(Recorded(())).await?;
                told += 1;
            }
        }
    }
    Ok(told)
}

/// Whom an event about an appraisal may concern. Whoever acted is not told of it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn calls(connection: &impl Connection, event: &Event) -> Result<Vec<Call>> {
    let Some(row) = store::appraisals_by_ids(connection, &[event.object]).await?.pop() else {
        return Ok(Vec::new());
    };
    let (kind, mut people) = concerned(connection, event, &row).await?;
    let by = event.payload.get("by").and_then(|by| by.as_str());
    if let Some(by) = by.and_then(|by| ids::decode_as(IdKind::Person, by).ok()) {
        people.remove(&by);
    }
    let call = |person| Call {
        person,
        kind,
        lead: None,
        object: (Kind::Appraisal, row.id),
        side: None,
    };
    Ok(people.into_iter().map(call).collect())
}

async fn concerned(
    connection: &impl Connection,
    event: &Event,
    row: &AppraisalRow,
) -> Result<(NotificationKind, BTreeSet<Uuid>)> {
    let appraiser = BTreeSet::from([row.appraiser_id]);
    Ok(match event.kind.as_str() {
        ORDERED => (NotificationKind::AppraisalOrdered, appraiser),
        DUE_SOON => (NotificationKind::AppraisalDueSoon, appraiser),
        OVERDUE => {
            let people = BTreeSet::from([row.appraiser_id, row.ordered_by]);
            (NotificationKind::AppraisalOverdue, people)
        }
        REPORTED => (NotificationKind::AppraisalReported, judges(connection, row).await?),
        CONTESTED => (NotificationKind::AppraisalContested, judges(connection, row).await?),
        _ => {
            let mut people = judges(connection, row).await?;
            people.extend(desk(connection).await?);
            (NotificationKind::AppraisalConflict, people)
        }
    })
}

/// Whoever ordered it, and the administrators and investigators of the organisation whose purchase it is; never its appraiser,
/// who must not learn what others found.
async fn judges(connection: &impl Connection, row: &AppraisalRow) -> Result<BTreeSet<Uuid>> {
    let mut people = with_roles(connection, &[row.organization_id], &[Role::Ma, Role::Mi]).await?;
    people.insert(row.ordered_by);
    people.remove(&row.appraiser_id);
    Ok(people)
}

async fn desk(connection: &impl Connection) -> Result<BTreeSet<Uuid>> {
    let offices = members::active_organizations(connection, &[OrganizationKind::Secretariat]).await?;
    let offices: Vec<Uuid> = offices.into_iter().map(|row| row.id).collect();
    with_roles(connection, &offices, &[Role::So]).await
}

async fn with_roles(connection: &impl Connection, organizations: &[Uuid], roles: &[Role]) -> Result<BTreeSet<Uuid>> {
    let people = members::active_people_of(connection, organizations).await?;
    let holds = |held: &[Role]| held.iter().any(|role| roles.contains(role));
    Ok(people
        .into_iter()
        .filter(|person| holds(&person.roles))
        .map(|person| person.id)
        .collect())
}
