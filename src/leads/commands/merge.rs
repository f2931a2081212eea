//! Letting a lead go on with another one that is about the same.
//!
//! Nothing is moved: both leads keep their items, comments, entries and audiences, so that nobody gains a part. What ties
//! them is that both, and all that went on with either before, stay under the strictest TLP among them (I25).

use jiff::Timestamp;
use uuid::Uuid;

use super::{
    Loaded,
    create::{conclude, marking, record},
    keeps_a_reader, load, reads,
    tell::News,
    text,
    tlp::close_unseen,
};
use crate::{
    app::App,
    audience::Sight,
    audit::Actor,
    leads::{
        rules::{self, LeadStep, TimelineKind},
        store::{self, Facts, LeadRow, Touch},
    },
    permissions::{
        Action, Viewer,
        audience::{HandlingCode, Tlp, is_for_named_only},
    },
    platform::{
        db::{Connection, Tx, code},
        error::{ApiError, ErrorCode, Result},
    },
};

/// How far a lead and those that go on with it may travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Marking {
    pub(crate) tlp: Tlp,
    pub(crate) handling_code: HandlingCode,
}

impl Marking {
    fn of(lead: &LeadRow) -> Result<Self> {
        Ok(Self {
            tlp: code(&lead.tlp)?,
            handling_code: code(&lead.handling_code)?,
        })
    }

    fn and(self, other: Self) -> Self {
        Self {
            tlp: self.tlp.max(other.tlp),
            handling_code: self.handling_code.max(other.handling_code),
        }
    }

    fn put(self, lead: &mut LeadRow) {
        let (tlp, code) = marking(self.tlp, self.handling_code);
        tlp.clone_into(&mut lead.tlp);
        code.clone_into(&mut lead.handling_code);
        lead.community &= rules::admits_community(self.tlp) && !is_for_named_only(self.tlp, self.handling_code);
    }
}

/// What merging two leads would do.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MergePreview {
    /// Under what both would stand.
    pub(crate) marking: Marking,
    /// People who see one of them now and would not any more.
    pub(crate) losing: i32,
}

/// What merging two leads would do to those who see them.
///
/// # Errors
/// As [`merge`].
pub(crate) async fn preview_merge(app: &App, viewer: &Viewer, id: Uuid, into: Uuid) -> Result<MergePreview> {
    let (connection, now) = (app.db.read(), app.now());
    let (from, into) = pair(connection, viewer, id, into, now).await?;
    let marking = Marking::of(&from.lead)?.and(Marking::of(&into.lead)?);
    let readers = store::active_viewers(connection, None).await?;
    let loses = |reader: &&Viewer| {
        [&from.facts, &into.facts].into_iter().any(|facts| {
            let raised = raised(facts, marking);
            reads(reader, facts, now) && !reads(reader, &raised, now)
        })
    };
    let losing = i32::try_from(readers.iter().filter(loses).count()).unwrap_or(i32::MAX);
    Ok(MergePreview { marking, losing })
}

/// Lets a lead go on with another one; those that had gone on with it go on with that one too.
///
/// # Errors
/// `NOT_FOUND` for either, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION` of either, `BAD_USER_INPUT` where the
/// strictest TLP would leave one of the owners without a reader.
pub(crate) async fn merge(
    app: &App,
    viewer: &Viewer,
    (id, expected): (Uuid, i32),
    (into, into_expected): (Uuid, i32),
    reason: &str,
) -> Result<LeadRow> {
    let tx = app.begin().await?;
    lock_families(&tx, viewer, &[id, into]).await?;
    let (from, into) = pair(tx.connection(), viewer, id, into, tx.now()).await?;
    let reason = text("reason", reason, 2_000)?;
    if into.lead.version != into_expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    let marking = Marking::of(&from.lead)?.and(Marking::of(&into.lead)?);
    for facts in [&from.facts, &into.facts] {
        if !keeps_a_reader(&tx, &raised(facts, marking)).await? {
            return Err(ApiError::input(
                "intoId",
                "Under the strictest TLP an owner would have no reader: have it name one first.",
            ));
        }
    }
    let mut lead = from.lead;
    lead.merged_into = Some(into.lead.id);
    marking.put(&mut lead);
    let lead = store::lead_update(&tx, lead, expected, Touch::Content).await?;
    store::merged_follow(&tx, lead.id, into.lead.id).await?;
    let facts = store::facts(tx.connection(), &lead).await?;
    close_unseen(&tx, &lead, &facts).await?;
    raise_family(app, &tx, &lead).await?;
    let news = News::to_viewers(TimelineKind::Merged).with(reason);
    conclude(app, viewer, tx, lead, "mergeLead", news).await
}

/// Both leads of a merge, as the viewer sees them and the states allow it.
async fn pair(
    connection: &impl Connection,
    viewer: &Viewer,
    id: Uuid,
    into: Uuid,
    now: Timestamp,
) -> Result<(Loaded, Loaded)> {
    let mut from = load(connection, viewer, id, now).await?;
    let into = load(connection, viewer, into, now).await?;
    from.step(viewer, Action::LeadMerge, LeadStep::Merge, now)?;
    if from.lead.id == into.lead.id {
        return Err(ApiError::input("intoId", "Name another lead."));
    }
    if !rules::takes_in_others(into.state) {
        return Err(ApiError::because(
            ErrorCode::TransitionNotAllowed,
            "The other lead is not open: it has to be graded, and neither closed nor merged itself.",
        )
        .at("intoId"));
    }
    Ok((from, into))
}

/// The facts of a lead under a marking.
fn raised(facts: &Facts, marking: Marking) -> Facts {
    let mut raised = facts.clone();
    raised.lead.tlp = marking.tlp;
    raised.lead.handling_code = marking.handling_code;
    raised
}

/// Locks leads that the viewer sees, with all that went on with the same ones, so that they stay under one marking.
///
/// # Errors
/// `NOT_FOUND` where the viewer does not see one of them; then nothing is locked.
pub(super) async fn lock_families(tx: &Tx, viewer: &Viewer, ids: &[Uuid]) -> Result<()> {
    let sight = Sight::of(viewer, Action::LeadRead, tx.now());
    for id in ids {
        store::lead_find(tx.connection(), &sight, *id).await?;
    }
    // In one order, lest two commands wait for each other.
    for id in store::families_of(tx.connection(), ids).await? {
        store::lead_lock(tx, id).await?;
    }
    Ok(())
}

/// Raises all that goes on with the same lead to at least the marking of one of them. Whoever saw them under the wider one
/// loses sight; nobody is told why, since not everybody sees the other lead.
pub(super) async fn raise_family(app: &App, tx: &Tx, lead: &LeadRow) -> Result<()> {
    let marking = Marking::of(lead)?;
    for id in store::families_of(tx.connection(), &[lead.id]).await? {
        if id == lead.id {
            continue;
        }
        let mut other = store::lead_lock(tx, id).await?;
        let before = Marking::of(&other)?;
        let after = before.and(marking);
        if after == before {
            continue;
        }
        after.put(&mut other);
        let version = other.version;
        let other = store::lead_update(tx, other, version, Touch::Content).await?;
        let facts = store::facts(tx.connection(), &other).await?;
        close_unseen(tx, &other, &facts).await?;
        let news = News::to_viewers(TimelineKind::TlpChanged).with(other.tlp.clone());
        // The command that raises them commits with a proof of its own.
        drop(record(app, Actor::System, tx, &other, "changeLeadTlp", news).await?);
    }
    Ok(())
}
