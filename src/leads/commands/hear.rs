//! What an event of a lead says to a machine outside: names of things and codes, nothing of their content.

use jiff::Timestamp;
use uuid::Uuid;

use super::is_keeper;
use crate::{
    audience::{self, Kind, Sight},
    leads::{
        rules::{LeadState, TimelineKind},
        store::{self, EntryRow, LeadRow},
    },
    permissions::{
        Action, Viewer,
        audience::{HandlingCode, Tlp, is_for_named_only},
    },
    platform::{
        db::{Connection, code},
        error::Result,
    },
};

/// Most items that are named.
const MOST_ITEMS: usize = 100;

/// An entry of a lead's timeline as a viewer may hear of it at this moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heard {
    /// The lead.
    pub(crate) lead: Uuid,
    /// What people call it.
    pub(crate) reference: String,
    /// The code of where it stands now.
    pub(crate) state: String,
    /// The delivery concerned, where the viewer sees it.
    pub(crate) delivery: Option<Uuid>,
    /// The comment, where the viewer sees it.
    pub(crate) comment: Option<Uuid>,
    /// The code of the verdict, where the entry is one.
    pub(crate) verdict: Option<String>,
    /// The lead's items that the viewer sees, where the entry is a verdict; at most 100.
    pub(crate) items: Vec<Uuid>,
}

/// The entry as the viewer may hear of it now, or nothing where it may not. Keepers hear that something became of a
/// delivery, because their counts say so, and not of whose.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn hear(
    connection: &impl Connection,
    viewer: &Viewer,
    (root, entry): (Uuid, Uuid),
    now: Timestamp,
) -> Result<Option<Heard>> {
    let sight = Sight::of(viewer, Action::LeadRead, now);
    let Some(lead) = store::leads_seen(connection, &sight, &[root]).await?.pop() else {
        return Ok(None);
    };
    let row = store::entry_by_id(connection, entry).await?;
    let Some(row) = row.filter(|row| row.lead_id == root) else {
        return Ok(None);
    };
    let is_seen = audience::sees(connection, &sight, Kind::Entry, entry).await?
        || (row.delivery_id.is_some() && keeps(connection, &sight, viewer, &lead).await?);
    match is_seen {
        true => heard(connection, &sight, lead, row).await.map(Some),
        false => Ok(None),
    }
}

/// Whether the viewer sees the lead as one of its keepers.
async fn keeps(connection: &impl Connection, sight: &Sight, viewer: &Viewer, lead: &LeadRow) -> Result<bool> {
    let met = audience::met(connection, sight, Kind::Lead, &[lead.id]).await?;
    Ok(met
        .iter()
        .any(|(_, principal)| is_keeper(principal, lead.owner_id, viewer)))
}

async fn heard(connection: &impl Connection, sight: &Sight, lead: LeadRow, entry: EntryRow) -> Result<Heard> {
    let is_verdict = code::<TimelineKind>(&entry.kind)? == TimelineKind::Answered;
    let items = match is_verdict {
        true => store::items_seen(connection, sight, &[lead.id]).await?,
        false => Vec::new(),
    };
    Ok(Heard {
        lead: lead.id,
        reference: lead.reference,
        state: lead.state,
        delivery: shown(connection, sight, Kind::Delivery, entry.delivery_id).await?,
        comment: shown(connection, sight, Kind::Comment, entry.comment_id).await?,
        verdict: entry.detail.filter(|_| is_verdict),
        items: items.into_iter().map(|(item, _)| item.id).take(MOST_ITEMS).collect(),
    })
}

/// What people call a lead that was taken back after the viewer, which was shown it once, has lost sight of it: who acted on it
/// has to hear of that (I35). Nothing of what only named people may know (I29).
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn retracted_since(
    connection: &impl Connection,
    viewer: &Viewer,
    lead: Uuid,
) -> Result<Option<String>> {
    if !viewer.has(Action::LeadRead) {
        return Ok(None);
    }
    let Some(row) = store::lead_once_shown(connection, lead, viewer.person).await? else {
        return Ok(None);
    };
    let for_named_only = is_for_named_only(code::<Tlp>(&row.tlp)?, code::<HandlingCode>(&row.handling_code)?);
    let is_retracted = code::<LeadState>(&row.state)? == LeadState::Retracted;
    Ok((is_retracted && !for_named_only).then_some(row.reference))
}

async fn shown(connection: &impl Connection, sight: &Sight, kind: Kind, id: Option<Uuid>) -> Result<Option<Uuid>> {
    match id {
        Some(id) if audience::sees(connection, sight, kind, id).await? => Ok(Some(id)),
        _ => Ok(None),
    }
}
