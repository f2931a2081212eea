//! Opening a lead to a person in an emergency, for a while, and ending that again.

use jiff::Timestamp;
use uuid::Uuid;

use super::{create::record, tell::News};
use crate::{
    app::App,
    audit::Actor,
    leads::{
        rules::{LeadState, TimelineKind},
        store::{self, GrantRow, Touch},
    },
    permissions::Viewer,
    platform::{
        clock::micros,
        db::{Tx, code},
        error::Result,
    },
};

/// What is to be opened, to whom, and until when.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Emergency<'a> {
    /// That somebody asked, and somebody else agreed.
    pub(crate) id: Uuid,
    /// What the lead is called.
    pub(crate) reference: &'a str,
    pub(crate) person: Uuid,
    pub(crate) until: Timestamp,
    pub(crate) reason: &'a str,
}

/// The lead that was opened, and its owner.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Opened {
    pub(crate) lead: Uuid,
    pub(crate) owner: Uuid,
}

/// Opens a lead to a person in an emergency, whatever its TLP; walls still hold. Its keepers read of it in the timeline.
/// `None` where no such lead was ever handed in: drafts are their owners' own.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn open_in_emergency(
    app: &App,
    viewer: &Viewer,
    tx: &Tx,
    emergency: Emergency<'_>,
) -> Result<Option<Opened>> {
    let Some(id) = store::lead_id_of(tx.connection(), emergency.reference).await? else {
        return Ok(None);
    };
    let lead = store::lead_lock(tx, id).await?;
    if code::<LeadState>(&lead.state)? == LeadState::Draft {
        return Ok(None);
    }
    let grant = GrantRow {
        id: app.ids.id(tx.now()),
        lead_id: id,
        person_id: Some(emergency.person),
        organization_id: None,
        group_id: None,
        reason: Some(emergency.reason.to_owned()),
        granted_by: viewer.person,
        granted_at: micros(tx.now()),
        expires_at: micros(emergency.until),
        revoked_at: None,
        break_glass_id: Some(emergency.id),
        personal_data: true,
    };
    store::grant_insert(tx, grant).await?;
    let news = News::to_keepers(TimelineKind::EmergencyOpened).because(Some(emergency.reason.to_owned()));
    let (version, owner) = (lead.version, lead.owner_id);
    let lead = store::lead_update(tx, lead, version, Touch::Keepers).await?;
    // The decision commits with a proof of its own.
    drop(record(app, Actor::Person(viewer), tx, &lead, "openLeadInEmergency", news).await?);
    Ok(Some(Opened { lead: id, owner }))
}

/// Ends what was opened in an emergency, before its time; nothing where it holds no more.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn close_emergency(app: &App, viewer: &Viewer, tx: &Tx, emergency: Uuid, lead: Uuid) -> Result<()> {
    let lead = store::lead_lock(tx, lead).await?;
    if !store::emergency_revoke(tx, emergency).await? {
        return Ok(());
    }
    let version = lead.version;
    let lead = store::lead_update(tx, lead, version, Touch::Keepers).await?;
    let news = News::to_keepers(TimelineKind::Revoked);
    drop(record(app, Actor::Person(viewer), tx, &lead, "closeEmergency", news).await?);
    Ok(())
}
