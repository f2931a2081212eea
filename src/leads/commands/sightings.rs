//! Who has seen a lead: written down before an answer leaves, and told to those who keep the lead (I26, I27, I38).

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::SignedDuration;
use serde_json::json;
use uuid::Uuid;

use super::people::readers_among;
use crate::{
    app::App,
    audience::{self, Kind, Sight},
    audit::{self, Act, Actor, Category},
    groups,
    leads::{
        rules::{ReadPurpose, reading_is_logged},
        store::{self, LeadRow, Marked, NewSighting, SightingRow},
    },
    permissions::{Action, Principal, Viewer, audience::Tlp},
    platform::{
        clock::micros,
        db::{Recorded, Tx},
        error::{ApiError, Result},
        graphql::connection::{Page, PageArgs},
        ids::IdKind,
    },
};

/// How exact the last moment is: within it, the same lead shown to the same person again is not written down.
const WINDOW: SignedDuration = SignedDuration::from_hours(1);

/// Writes down what is about to be shown to a viewer; the TLP of each lead where that is at hand.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`; then nothing may be shown.
pub(crate) async fn note_shown(
    app: &App,
    viewer: &Viewer,
    sight: &Sight,
    leads: &BTreeMap<Uuid, Option<Tlp>>,
) -> Result<()> {
    let now = app.now();
    let fresh_since = micros(now.checked_sub(WINDOW).map_err(ApiError::internal)?);
    let known = |lead: Uuid, tlp| app.sightings.has(viewer.person, lead, tlp, fresh_since);
    let mut new: Vec<Uuid> = leads
        .iter()
        .filter(|(lead, tlp)| !known(**lead, **tlp))
        .map(|(lead, _)| *lead)
        .collect();
    if new.is_empty() {
        return Ok(());
    }
    // In one order, lest two requests of the same person wait for each other.
    new.sort_unstable();
    let mut markings = store::markings_of(app.db.read(), viewer.person, &new).await?;
    let (fresh, mut stale): (Vec<Marked>, Vec<Marked>) =
        markings.drain(..).partition(|marked| marked.is_fresh(fresh_since));
    let noted_at = |marked: &Marked| marked.noted.map_or(0, |(at, _)| at);
    let known = fresh.iter().map(|marked| (marked.lead, marked.tlp, noted_at(marked)));
    app.sightings.keep(viewer.person, known);
    if stale.is_empty() {
        return Ok(());
    }
    stale.sort_unstable_by_key(|marked| marked.lead);
    // From which side the viewer sees them matters to few: to readers in groups, and of what is logged.
    let mut met = HashMap::<Uuid, Vec<Principal>>::new();
    if !viewer.groups.is_empty() || stale.iter().any(|marked| reading_is_logged(marked.tlp)) {
        for (lead, principal) in audience::met(app.db.read(), sight, Kind::Lead, &new).await? {
            met.entry(lead).or_default().push(principal);
        }
    }
    let sides = |lead: Uuid| met.get(&lead).map(Vec::as_slice).unwrap_or_default();
    let sightings = stale.iter().map(|marked| NewSighting {
        id: app.ids.id(now),
        lead: marked.lead,
        tlp: marked.tlp,
        group: only_group(sides(marked.lead)),
    });
    let logged: Vec<Uuid> = stale
        .iter()
        .filter(|marked| reading_is_logged(marked.tlp))
        .map(|marked| marked.lead)
        .collect();
    let emergencies = match logged.as_slice() {
        [] => Vec::new(),
        logged => store::emergencies_of(app.db.read(), viewer.person, logged, micros(now)).await?,
    };
    let tx = Tx::begin(&app.db, now).await?;
    let mut proof = Recorded(());
    let noted = store::sightings_note(&tx, viewer.person, sightings, fresh_since).await?;
    // What another request has noted in the meantime is its to log.
    stale.retain(|marked| noted.contains(&marked.lead));
    for marked in stale.iter().filter(|marked| reading_is_logged(marked.tlp)) {
        let purposes = sides(marked.lead)
            .iter()
            .map(|side| ReadPurpose::of(side, marked.owner));
        let emergency = emergencies.contains(&marked.lead).then_some(ReadPurpose::BreakGlass);
        proof = log(app, &tx, viewer, marked, purposes.chain(emergency).min()).await?;
    }
    tx.commit(proof).await?;
    let noted = stale.iter().map(|marked| (marked.lead, marked.tlp, micros(now)));
    app.sightings.keep(viewer.person, noted);
    Ok(())
}

/// The sharing group by which alone somebody sees a lead.
fn only_group(sides: &[Principal]) -> Option<Uuid> {
    let groups = sides.iter().map(|side| match side {
        Principal::Group(group) => Some(*group),
        _ => None,
    });
    groups.min().flatten()
}

async fn log(app: &App, tx: &Tx, viewer: &Viewer, marked: &Marked, purpose: Option<ReadPurpose>) -> Result<Recorded> {
    // Nobody meets a lead whose audience has just changed; that it was shown stays true.
    let detail = json!({ "tlp": <&str>::from(marked.tlp), "purpose": purpose.map(<&str>::from) });
    let act = Act::on(Category::Content, "readLead", IdKind::Lead, marked.lead)
        .of_lead(marked.lead)
        .with(&detail);
    audit::record(tx, app.ids.as_ref(), Actor::Person(viewer), act).await
}

/// Somebody to whom a lead was shown, and whether it still would be.
pub(crate) struct Seen {
    pub(crate) row: SightingRow,
    /// The person's organisation; nothing where it is in a group that is not the viewer's to know.
    pub(crate) home: Option<Uuid>,
    pub(crate) still: bool,
}

/// A page of those to whom a lead was shown, as the viewer, who shares it or works the desk, may know them.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn seen_by(app: &App, viewer: &Viewer, lead: &LeadRow, args: &PageArgs) -> Result<Page<Seen>> {
    let (connection, now) = (app.db.read(), app.now());
    let facts = store::facts(connection, lead).await?;
    let page = store::sighting_page(connection, lead.id, args).await?;
    let people: Vec<Uuid> = page.rows.iter().map(|(.., row)| row.person_id).collect();
    let readers = readers_among(connection, lead.id, &facts, &people, now).await?;
    let still: HashSet<Uuid> = readers.iter().map(|reader| reader.person).collect();
    let homes = store::homes_of(connection, &people).await?;
    let by: Vec<Uuid> = page.rows.iter().filter_map(|(.., row)| row.group_id).collect();
    let groups = groups::groups_by_ids(connection, &by).await?;
    let hidden: HashSet<Uuid> = groups
        .iter()
        .filter(|group| !group.is_seen_by(viewer))
        .map(|group| group.id)
        .collect();
    Ok(page.map(|row| Seen {
        home: homes
            .get(&row.person_id)
            .copied()
            .filter(|_| row.group_id.is_none_or(|group| !hidden.contains(&group))),
        still: still.contains(&row.person_id),
        row,
    }))
}

/// Writes down that a person is told of leads otherwise than by the graph, such as in a mail.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`; then the mail must not be sent.
pub(crate) async fn note_told(app: &App, viewer: &Viewer, leads: impl IntoIterator<Item = Uuid>) -> Result<()> {
    let sight = Sight::of(viewer, Action::LeadRead, app.now());
    let leads = leads.into_iter().map(|lead| (lead, None)).collect();
    note_shown(app, viewer, &sight, &leads).await
}
