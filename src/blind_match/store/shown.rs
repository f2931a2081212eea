//! What people read of matches.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryResult};
use uuid::Uuid;

use crate::{
    audience::{self, Kind, Sight},
    blind_match::rules::{self, MatchRow, MatchState, Side},
    permissions::{Action, Viewer},
    platform::{
        clock::{micros, timestamp},
        db::{Sql, Tx, code, counted, ordered, places},
        error::Result,
        graphql::connection::{MAX_COUNT, Page, PageArgs},
    },
};
use entity::{blind_match_sighting, blind_matching};

/// Most of the own subjects that a match shows.
const MOST_HELD: u32 = 20;

/// Which matches.
#[derive(Debug, Clone, Default)]
pub(crate) struct MatchQuery {
    /// As they stand for the own side; any where none is named.
    pub(crate) states: Vec<MatchState>,
    /// Of this own lead.
    pub(crate) lead: Option<Uuid>,
}

/// For whom somebody reads matches, and by which leads: those of the own organisation and of principals, as far as the
/// viewer sees a lead behind them.
#[derive(Debug, Clone)]
pub(crate) struct Within {
    organizations: Vec<Uuid>,
    sight: Sight,
    now: Timestamp,
}

/// The columns of a match with both of its sides: `s` the own one, `o` the other.
const COLUMNS: &str = "m.id, m.hash, m.kind, m.strength, m.extent, m.signalled_at, m.opened_at, m.group_id, \
     s.id AS own_id, s.organization_id AS own_organization, s.choice AS own_choice, s.chosen_at AS own_chosen_at, \
     s.proposed_by AS own_proposed_by, s.agreed_by AS own_agreed_by, s.note AS own_note, s.version AS own_version, \
     o.id AS their_id, o.organization_id AS their_organization, o.choice AS their_choice, \
     o.chosen_at AS their_chosen_at, o.proposed_by AS their_proposed_by, o.agreed_by AS their_agreed_by, \
     o.note AS their_note, o.version AS their_version";

impl Within {
    /// What the viewer reads at a moment.
    pub(crate) fn of(viewer: &Viewer, now: Timestamp) -> Self {
        Self {
            organizations: rules::parties_of(viewer, Action::BlindMatchRead, now),
            sight: Sight::of(viewer, Action::LeadRead, now),
            now,
        }
    }

    /// Whether matches of an organisation are among them.
    pub(crate) fn has(&self, organization: Uuid) -> bool {
        self.organizations.contains(&organization)
    }

    /// The matches, each with the first of the own leads behind it that is seen; those behind which none is, are left to the
    /// condition outside.
    fn matches(&self, query: &MatchQuery, side: Option<Uuid>) -> Sql {
        let mut lead = Sql::new("SELECT h.lead_id FROM blind_match_lead h WHERE h.side_id = s.id AND ");
        lead.append(&audience::meets(&self.sight, Kind::Lead, "h.lead_id"));
        if let Some(id) = query.lead {
            lead.push(" AND h.lead_id = ").bind(id);
        }
        lead.push(" ORDER BY h.lead_id LIMIT 1");
        let mut sql = Sql::new(&format!("SELECT {COLUMNS}, ("));
        sql.append(&lead)
            .push(
                ") AS lead_id FROM blind_match_side s JOIN blind_match m ON m.id = s.match_id \
                 JOIN blind_match_side o ON o.match_id = s.match_id AND o.id <> s.id \
                 WHERE m.retired_at IS NULL AND s.organization_id",
            )
            .among(self.organizations.iter().copied());
        if let Some(id) = side {
            sql.push(" AND s.id = ").bind(id);
        }
        let lapsed = micros(rules::lapsed_before(self.now));
        for (place, state) in query.states.iter().enumerate() {
            sql.push(if place == 0 { " AND (" } else { " OR " })
                .append(&stands(*state, lapsed));
        }
        sql.push(if query.states.is_empty() { "" } else { ")" });
        sql
    }
}

/// What [`MatchRow::state_at`] says, as a condition.
fn stands(state: MatchState, lapsed: i64) -> Sql {
    let mut sql = Sql::default();
    match state {
        MatchState::New => {
            sql.push(
                "(m.opened_at IS NULL AND (s.choice = 'UNSAID' OR s.choice IN ('PROPOSED', 'ACCEPTED') AND s.chosen_at <= ",
            )
            .bind(lapsed)
            .push("))");
        }
        MatchState::Proposed => {
            sql.push("(m.opened_at IS NULL AND s.choice = 'PROPOSED' AND s.chosen_at > ")
                .bind(lapsed)
                .push(")");
        }
        MatchState::Waiting => {
            sql.push("(m.opened_at IS NULL AND s.choice = 'ACCEPTED' AND s.chosen_at > ")
                .bind(lapsed)
                .push(")");
        }
        MatchState::Declined => {
            sql.push("(m.opened_at IS NULL AND s.choice = 'DECLINED')");
        }
        MatchState::Contact => {
            sql.push("m.opened_at IS NOT NULL");
        }
    }
    sql
}

fn read(row: &QueryResult) -> Result<MatchRow> {
    let opened_at: Option<i64> = row.try_get("", "opened_at")?;
    Ok(MatchRow {
        id: row.try_get("", "id")?,
        hash: row.try_get("", "hash")?,
        kind: code(&row.try_get::<String>("", "kind")?)?,
        strength: code(&row.try_get::<String>("", "strength")?)?,
        extent: code(&row.try_get::<String>("", "extent")?)?,
        signalled_at: timestamp(row.try_get("", "signalled_at")?),
        opened_at: opened_at.map(timestamp),
        group: row.try_get("", "group_id")?,
        own: side(row, "own")?,
        theirs: side(row, "their")?,
        lead: row.try_get("", "lead_id")?,
    })
}

fn side(row: &QueryResult, whose: &str) -> Result<Side> {
    let column = |name: &str| format!("{whose}_{name}");
    Ok(Side {
        id: row.try_get("", &column("id"))?,
        organization: row.try_get("", &column("organization"))?,
        choice: code(&row.try_get::<String>("", &column("choice"))?)?,
        chosen_at: timestamp(row.try_get("", &column("chosen_at"))?),
        proposed_by: row.try_get("", &column("proposed_by"))?,
        agreed_by: row.try_get("", &column("agreed_by"))?,
        note: row.try_get("", &column("note"))?,
        version: row.try_get("", &column("version"))?,
    })
}

/// A page of matches, the latest first.
pub(crate) async fn match_page(
    connection: &impl ConnectionTrait,
    within: &Within,
    query: &MatchQuery,
    args: &PageArgs,
) -> Result<Page<MatchRow>> {
    let run = args.run(true);
    let mut sql = Sql::new("SELECT x.* FROM (");
    sql.append(&within.matches(query, None))
        .push(") AS x WHERE x.lead_id IS NOT NULL");
    places(&mut sql, &run, "x.signalled_at", "x.own_id");
    ordered(&mut sql, &run, "x.signalled_at", "x.own_id");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let rows = rows.iter().map(|row| {
        let row = read(row)?;
        Ok((micros(row.signalled_at), row.own.id, row))
    });
    Ok(Page::cut(rows.collect::<Result<Vec<_>>>()?, args))
}

/// How many those are.
pub(crate) async fn match_count(connection: &impl ConnectionTrait, within: &Within, query: &MatchQuery) -> Result<u64> {
    let mut sql = Sql::new("SELECT x.own_id FROM (");
    sql.append(&within.matches(query, None))
        .push(") AS x WHERE x.lead_id IS NOT NULL");
    counted(connection, &sql, MAX_COUNT + 1).await
}

/// The match of a side, if it is within.
pub(crate) async fn match_by_side(
    connection: &impl ConnectionTrait,
    within: &Within,
    side: Uuid,
) -> Result<Option<MatchRow>> {
    let mut sql = Sql::new("SELECT x.* FROM (");
    sql.append(&within.matches(&MatchQuery::default(), Some(side)))
        .push(") AS x WHERE x.lead_id IS NOT NULL");
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    row.as_ref().map(read).transpose()
}

/// That an own subject is known by the identifier of a match.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    pub(crate) lead: Uuid,
    pub(crate) subject: Uuid,
    pub(crate) name: String,
    pub(crate) is_person: bool,
    pub(crate) shown: Option<String>,
    pub(crate) masked: String,
}

/// The own subjects behind some matches that the sight meets, in the order in which the identifier was added to them; at
/// most 20 of each, named by the side.
pub(crate) async fn held(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    sides: &[Uuid],
) -> Result<Vec<(Uuid, Held)>> {
    if sides.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::new(
        "SELECT y.side_id, i.lead_id, i.subject_id, i.shown, i.masked, u.name, u.is_person FROM \
         (SELECT h.side_id, k.id AS identifier_id, \
         ROW_NUMBER() OVER (PARTITION BY h.side_id ORDER BY k.added_at, k.id) AS place \
         FROM blind_match_lead h JOIN blind_match_side s ON s.id = h.side_id JOIN blind_match m ON m.id = s.match_id \
         JOIN subject_identifier k ON k.hash = m.hash AND k.lead_id = h.lead_id AND k.removed_at IS NULL \
         JOIN subject v ON v.id = k.subject_id AND v.removed_at IS NULL WHERE h.side_id",
    );
    sql.among(sides.iter().copied())
        .push(" AND ")
        .append(&audience::meets(sight, Kind::Subject, "k.subject_id"))
        .push(&format!(
            ") AS y JOIN subject_identifier i ON i.id = y.identifier_id JOIN subject u ON u.id = i.subject_id \
             WHERE y.place <= {MOST_HELD} ORDER BY y.side_id, y.place"
        ));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| {
            let held = Held {
                lead: row.try_get("", "lead_id")?,
                subject: row.try_get("", "subject_id")?,
                name: row.try_get("", "name")?,
                is_person: row.try_get("", "is_person")?,
                shown: row.try_get("", "shown")?,
                masked: row.try_get("", "masked")?,
            };
            Ok((row.try_get("", "side_id")?, held))
        })
        .collect()
}

/// How a lead of one's own is compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Matching {
    pub(crate) opted_in: bool,
    /// Counts the changes of that; 0 before the first.
    pub(crate) version: i32,
    /// How many matches it has.
    pub(crate) matches: i64,
}

/// How some leads are compared for the organisations within.
pub(crate) async fn matching_of(
    connection: &impl ConnectionTrait,
    within: &Within,
    leads: &[Uuid],
) -> Result<HashMap<Uuid, Matching>> {
    let mut found: HashMap<Uuid, Matching> = leads.iter().map(|lead| (*lead, Matching::default())).collect();
    let chosen = blind_matching::Entity::find()
        .filter(blind_matching::Column::LeadId.is_in(leads.iter().copied()))
        .all(connection)
        .await?;
    for row in chosen {
        let matching = found.entry(row.lead_id).or_default();
        (matching.opted_in, matching.version) = (row.opted_in, row.version);
    }
    let mut sql = Sql::new(
        "SELECT h.lead_id, COUNT(*) AS found FROM blind_match_lead h JOIN blind_match_side s ON s.id = h.side_id \
         JOIN blind_match m ON m.id = s.match_id WHERE m.retired_at IS NULL AND h.lead_id",
    );
    sql.among(leads.iter().copied())
        .push(" AND s.organization_id")
        .among(within.organizations.iter().copied())
        .push(" GROUP BY h.lead_id");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    for row in rows {
        found.entry(row.try_get("", "lead_id")?).or_default().matches = row.try_get("", "found")?;
    }
    Ok(found)
}

/// What is noted of a sight: of the signal alone, or of the contact too.
fn what(is_contact: bool) -> &'static str {
    if is_contact { "CONTACT" } else { "SIGNAL" }
}

/// Which of some matches were shown to a person, and whether with the contact.
pub(crate) async fn sightings_of(
    connection: &impl ConnectionTrait,
    person: Uuid,
    sides: &[Uuid],
) -> Result<HashSet<(Uuid, bool)>> {
    let rows = blind_match_sighting::Entity::find()
        .filter(blind_match_sighting::Column::PersonId.eq(person))
        .filter(blind_match_sighting::Column::SideId.is_in(sides.iter().copied()))
        .all(connection)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.side_id, row.what == what(true)))
        .collect())
}

/// Notes that matches are shown to a person; returns those that were not before.
pub(crate) async fn sightings_note(tx: &Tx, person: Uuid, shown: &[(Uuid, bool)]) -> Result<HashSet<(Uuid, bool)>> {
    let mut sql = Sql::new("INSERT INTO blind_match_sighting (side_id, person_id, what, seen_at) VALUES ");
    for (place, (side, is_contact)) in shown.iter().enumerate() {
        sql.push(if place == 0 { "(" } else { ", (" }).bind(*side);
        sql.push(", ").bind(person);
        sql.push(", ").bind(what(*is_contact));
        sql.push(", ").bind(micros(tx.now())).push(")");
    }
    sql.push(" ON CONFLICT DO NOTHING RETURNING side_id, what");
    let rows = tx.connection().query_all_raw(sql.statement(tx.backend())).await?;
    rows.iter()
        .map(|row| {
            let noted: String = row.try_get("", "what")?;
            Ok((row.try_get("", "side_id")?, noted == what(true)))
        })
        .collect()
}

/// How many matches there are in the alliance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Figures {
    /// Of which two were told since a moment.
    pub(crate) signals: i64,
    /// That hold, without contact.
    pub(crate) standing: i64,
    /// By which contact was opened, ever.
    pub(crate) contacts: i64,
}

/// Counts them, whosever they are.
pub(crate) async fn figures(connection: &impl ConnectionTrait, since: i64) -> Result<Figures> {
    let mut sql = Sql::new("SELECT (SELECT COUNT(*) FROM blind_match WHERE signalled_at > ");
    sql.bind(since).push(
        ") AS signals, (SELECT COUNT(*) FROM blind_match WHERE retired_at IS NULL AND opened_at IS NULL) AS standing, \
         (SELECT COUNT(*) FROM blind_match WHERE opened_at IS NOT NULL) AS contacts",
    );
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let count = |name: &str| -> Result<i64> { Ok(row.as_ref().map_or(Ok(0), |row| row.try_get("", name))?) };
    Ok(Figures {
        signals: count("signals")?,
        standing: count("standing")?,
        contacts: count("contacts")?,
    })
}
