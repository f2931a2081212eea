//! Taking back what a lead was opened to.

use uuid::Uuid;

use super::{Loaded, create::conclude, keeps_a_reader, load_locked, tell::News, text, tlp::close_unseen};
use crate::{
    app::App,
    groups::{self, GroupRow},
    leads::{
        rules::{LeadStep, TimelineKind},
        store::{self, GrantRow, LeadRow, Touch},
    },
    permissions::{Action, Viewer},
    platform::{
        clock::micros,
        error::{ApiError, ErrorCode, Result},
    },
};

/// What is taken back.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Opening {
    /// A grant to an organisation, a person or a sharing group.
    Grant(Uuid),
    /// That it is open to the community.
    Community,
}

/// Takes a grant back: who saw the lead by it alone loses sight at once, and owes no answer any more.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT` where there is no such grant, or RED would keep no reader of
/// the owner.
pub(crate) async fn revoke(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    opening: Opening,
    reason: &str,
) -> Result<LeadRow> {
    let tx = app.begin().await?;
    let mut loaded = load_locked(&tx, viewer, id).await?;
    loaded.step(viewer, Action::LeadShare, LeadStep::Revoke, tx.now())?;
    let reason = text("reason", reason, 2_000)?;
    let Loaded { mut lead, .. } = loaded;
    if lead.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    match opening {
        Opening::Grant(grant) if store::grant_revoke(&tx, id, grant).await? => {}
        Opening::Community if lead.community => lead.community = false,
        Opening::Grant(_) | Opening::Community => {
            return Err(ApiError::input("opening", "The lead is not opened so."));
        }
    }
    let facts = store::facts(tx.connection(), &lead).await?;
    if !keeps_a_reader(&tx, &facts).await? {
        return Err(ApiError::input(
            "opening",
            "Name at least one active person of the owner first.",
        ));
    }
    let lead = store::lead_update(&tx, lead, expected, Touch::Keepers).await?;
    close_unseen(&tx, &lead, &facts).await?;
    let news = News::to_keepers(TimelineKind::Revoked).because(Some(reason));
    conclude(app, viewer, tx, lead, "revokeLeadGrant", news).await
}

/// A grant as somebody who shares the lead is told of it.
pub(crate) struct Granted {
    pub(crate) row: GrantRow,
    /// The sharing group; nothing of one that is not the viewer's to know.
    pub(crate) group: Option<GroupRow>,
}

/// The grants of a lead that hold now, the first one first, as the viewer, who shares it, may know them.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn granted(app: &App, viewer: &Viewer, lead: Uuid) -> Result<Vec<Granted>> {
    let (connection, now) = (app.db.read(), app.now());
    let mut rows = store::grants_of(connection, lead).await?;
    rows.retain(|row| row.expires_at > micros(now));
    rows.sort_unstable_by_key(|row| (row.granted_at, row.id));
    let ids: Vec<Uuid> = rows.iter().filter_map(|row| row.group_id).collect();
    let groups = groups::groups_by_ids(connection, &ids).await?;
    let known = |id: Option<Uuid>| {
        let group = groups.iter().find(|group| Some(group.id) == id);
        group.filter(|group| group.is_seen_by(viewer)).cloned()
    };
    let granted = rows.into_iter().map(|row| Granted {
        group: known(row.group_id),
        row,
    });
    Ok(granted.collect())
}
