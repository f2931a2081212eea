//! What can be done to leads: one transaction each: authorise → load → decide → save → audit → publish.

mod bulk;
mod close;
mod comment;
mod create;
mod delivery;
mod describe;
mod emergency;
mod evidence;
mod extract;
mod follow;
mod found;
mod handling;
mod hear;
mod heard;
mod mention;
mod merge;
mod news;
mod once;
mod people;
mod play;
mod preview;
mod purchases;
mod rebuild;
mod revoke;
mod share;
mod sightings;
mod subject;
mod sweep;
mod tell;
mod tlp;
mod triage;

use jiff::Timestamp;
use uuid::Uuid;

use super::{
    rules::{self, LeadSource, LeadState, LeadStep},
    store::{self, Facts, LeadRow},
};
use crate::{
    app::App,
    audience::Sight,
    permissions::{Action, Principal, Scope, Target, Viewer, audience::lead_audience},
    platform::{
        db::{Connection, Tx, code},
        error::{ApiError, ErrorCode, Result},
    },
};

pub(crate) use bulk::{BulkAct, BulkItem, Judged, MOST as MOST_BULK, apply_bulk, preview_bulk};
pub(crate) use close::{reference_of, reopen, resolve, retract, retract_as_genuine};
pub(crate) use comment::{NewComment, add_comment};
pub(crate) use create::{Changes, NewItem, NewLead, submit, update};
pub(crate) use delivery::{Answer, acknowledge, answer, answer_info_request, settle, view};
pub(crate) use emergency::{Emergency, Opened, close_emergency, open_in_emergency};
pub(crate) use evidence::{
    EvidenceNews, EvidenceOf, lead_for_evidence, lead_of_evidence, lead_of_evidence_locked, must_be_seen_by,
    open_evidence, tell_of_evidence,
};
pub(crate) use extract::{Extract, Place, count_leads, extract, still_tells};
pub(crate) use follow::{assign, unwatch, watch};
pub(crate) use found::push_found;
pub(crate) use handling::change_handling;
pub(crate) use hear::{Heard, hear, retracted_since};
pub(crate) use heard::heard;
pub(crate) use merge::{MergePreview, merge, preview_merge};
pub(crate) use news::{Call, DueSoon, calls, due_soon};
pub(crate) use once::{create, create_once, rehearse};
pub(crate) use people::{assignable, mentionable, sight_of_organization};
pub(crate) use play::play;
pub(crate) use preview::{Grant, Preview, ShareRequest, preview, preview_audience};
pub(crate) use purchases::{ToBuy, sees_subject, tell_of_purchase, to_buy};
pub(crate) use rebuild::{index_missing, rebuild};
pub(crate) use revoke::{Granted, Opening, granted, revoke};
pub(crate) use share::share;
pub(crate) use sightings::{Seen, note_shown, note_told, seen_by};
pub(crate) use subject::{Host, host, index_subject, open_subject, tell_of_subject, unindex_subject};
pub(crate) use sweep::sweep;
pub(crate) use tlp::{TlpChange, change_tlp};
pub(crate) use triage::{Triage, authorized_sellers, reject, sold_by_listed, triage};

/// A lead loaded for a command: the viewer sees it.
struct Loaded {
    lead: LeadRow,
    facts: Facts,
    state: LeadState,
}

/// Loads a lead that the viewer sees, to change it or something of it: nobody else does until the transaction ends.
///
/// # Errors
/// As [`load`]. Nobody waits for, or holds up, a lead that is not visible.
async fn load_locked(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<Loaded> {
    let sight = Sight::of(viewer, Action::LeadRead, tx.now());
    store::lead_lock_seen(tx, &sight, id).await?;
    load(tx.connection(), viewer, id, tx.now()).await
}

/// Loads a lead that the viewer sees.
///
/// # Errors
/// `NOT_FOUND` before anything else is looked at.
async fn load(connection: &impl Connection, viewer: &Viewer, id: Uuid, now: Timestamp) -> Result<Loaded> {
    let sight = Sight::of(viewer, Action::LeadRead, now);
    let lead = store::lead_find(connection, &sight, id).await?;
    let facts = store::facts(connection, &lead).await?;
    let state = code(&lead.state)?;
    Ok(Loaded { lead, facts, state })
}

impl Loaded {
    /// Whether the viewer may do `action` as a keeper of the lead: for its owner, within the brands it concerns; who
    /// wrote it counts as within.
    fn kept_by(&self, viewer: &Viewer, action: Action, now: Timestamp) -> bool {
        may_keep(
            viewer,
            action,
            &self.lead,
            &self.facts.brands_of(self.lead.owner_id),
            now,
        )
    }

    /// Authorises and moves the lead's state by a step.
    fn step(&mut self, viewer: &Viewer, action: Action, step: LeadStep, now: Timestamp) -> Result<()> {
        if !self.kept_by(viewer, action, now) {
            return Err(ErrorCode::Forbidden.into());
        }
        self.state = rules::next(self.state, step).ok_or(ErrorCode::TransitionNotAllowed)?;
        self.lead.state = <&str>::from(self.state).to_owned();
        Ok(())
    }
}

/// Whether the viewer may do `action` to a lead as one of its keepers; the client's `allowedActions` ask the same.
pub(super) fn may_keep(viewer: &Viewer, action: Action, lead: &LeadRow, owner_brands: &[Uuid], now: Timestamp) -> bool {
    let owner = |brands| {
        viewer.may(
            action,
            Target {
                organization: lead.owner_id,
                brands,
            },
            now,
        )
    };
    owner(owner_brands)
        || (lead.created_by == viewer.person && owner(viewer.brand_scope.as_deref().unwrap_or_default()))
        || (action == Action::LeadShare && is_partners(lead) && viewer.is_at_desk())
}

/// Whether a partner's machines handed it in: nobody of their side shares it, so the desk does.
fn is_partners(lead: &LeadRow) -> bool {
    [LeadSource::Partner, LeadSource::Model]
        .iter()
        .any(|source| source.code() == lead.source)
}

/// Whether who sees a lead by `principal` is one of its keepers: the owner's side, and who may close whatever lead it sees:
/// the desk, also an officer whom a RED lead names.
pub(super) fn is_keeper(principal: &Principal, owner: Uuid, viewer: &Viewer) -> bool {
    viewer.scope(Action::LeadResolve) == Scope::All || principal.is_of(owner, viewer.organization)
}

/// The name by which others know an organisation in one lead.
pub(super) fn pseudonym_of(app: &App, lead: Uuid, organization: Uuid) -> String {
    rules::pseudonym(app.keys.code("pseudonym", &[lead.as_bytes(), organization.as_bytes()]))
}

/// Whether at least one active person of the owner can still read the lead.
async fn keeps_a_reader(tx: &Tx, facts: &Facts) -> Result<bool> {
    let owner = facts.lead.owner.organization;
    let readers = store::active_viewers(tx.connection(), None).await?;
    Ok(readers
        .iter()
        .any(|reader| reader.organization == owner && reads(reader, facts, tx.now())))
}

/// Whether somebody's principals meet the audience that these facts give the lead.
fn reads(viewer: &Viewer, facts: &Facts, now: Timestamp) -> bool {
    let (principals, _) = viewer.principals(Action::LeadRead, now);
    lead_audience(&facts.lead)
        .iter()
        .any(|row| row.valid_until.is_none_or(|until| until > now) && principals.contains(&row.principal))
}

/// The secret-keyed code of a new reference.
fn reference(app: &App, now: Timestamp) -> String {
    let year = now.to_zoned(jiff::tz::TimeZone::UTC).year() % 100;
    crate::platform::ids::reference("LD", year, app.ids.secret())
}

/// Cleans a text a person wrote, for the field of that name.
fn text(field: &str, raw: &str, most: usize) -> Result<String> {
    crate::platform::text::clean_text(raw, 1..=most)
        .map_err(|error| ApiError::input(field, format!("Please correct this: {error}.")))
}

/// [`text`] of a single line.
fn line(field: &str, raw: &str, most: usize) -> Result<String> {
    crate::platform::text::clean_line(raw, 1..=most)
        .map_err(|error| ApiError::input(field, format!("Please correct this: {error}.")))
}
