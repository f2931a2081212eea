//! What a viewer finds: pages, totals and counts by kind and state, each over what the viewer sees and nothing else.

use jiff::Timestamp;
use sea_orm::{DatabaseBackend, DatabaseConnection, QueryResult};
use uuid::Uuid;

use super::{KINDS, has_all};
use crate::{
    audience::{self, Kind, Sight},
    leads::{
        rules::{LeadState, SearchKind},
        store::LeadQuery,
    },
    permissions::{Action, Viewer},
    platform::{
        db::{Sql, code, ordered, places, rows},
        error::{ApiError, Result},
        graphql::connection::{MAX_COUNT, Page, PageArgs},
        text::query_tokens,
    },
};

/// Keeps places of one kind apart from those of another: more than any moment in microseconds.
const PLACES: i64 = 1 << 53;

/// What a viewer sees: evidence by a right of its own, everything else with its lead.
#[derive(Debug, Clone)]
pub(crate) struct Sights {
    leads: Sight,
    evidence: Sight,
}

impl Sights {
    /// What `viewer` sees at `now`.
    pub(crate) fn of(viewer: &Viewer, now: Timestamp) -> Self {
        Self {
            leads: Sight::of(viewer, Action::LeadRead, now),
            evidence: Sight::of(viewer, Action::EvidenceRead, now),
        }
    }

    /// Of leads and what is seen with them.
    pub(crate) fn leads(&self) -> &Sight {
        &self.leads
    }

    /// Of evidence.
    pub(crate) fn evidence(&self) -> &Sight {
        &self.evidence
    }
}

/// What is looked for.
#[derive(Debug, Clone)]
pub(crate) struct SearchQuery {
    /// The tokens that a document must all have; without any, nothing is found.
    tokens: Vec<String>,
    kinds: Vec<SearchKind>,
    leads: LeadQuery,
}

impl SearchQuery {
    /// Objects with all these words, of these kinds (all where none is named), of leads that answer the query.
    pub(crate) fn new(words: &str, kinds: Vec<SearchKind>, leads: LeadQuery) -> Self {
        Self {
            tokens: query_tokens(words),
            kinds,
            leads,
        }
    }

    /// The tokens that are looked for.
    pub(crate) fn tokens(&self) -> &[String] {
        &self.tokens
    }

    /// Whether something of a kind may be found.
    pub(crate) fn wants(&self, kind: SearchKind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }

    /// Whether something of a lead in a state may be found.
    pub(crate) fn wants_of(&self, state: LeadState) -> bool {
        self.leads.states.is_empty() || self.leads.states.contains(&state)
    }

    /// The same without its choice of kinds and states: what there would be to choose from.
    fn widened(&self) -> Self {
        let mut wide = self.clone();
        wide.kinds = Vec::new();
        wide.leads.states = Vec::new();
        wide
    }

    fn finds_nothing(&self, sights: &Sights) -> bool {
        self.tokens.is_empty() || sights.leads.principals.is_empty()
    }

    /// The documents that are found, each once however often the sights meet it.
    fn found(&self, columns: &str, sights: &Sights, backend: DatabaseBackend) -> Sql {
        let mut sql = Sql::new(&format!("SELECT DISTINCT {columns} FROM search_document d "));
        sql.push("JOIN audience a ON a.kind = d.kind AND a.object_id = d.object_id ")
            .push("JOIN lead o ON o.id = d.root_id WHERE ");
        has_all(&mut sql, &self.tokens, backend);
        sql.push(" AND (");
        for (place, (seen, kinds)) in self.kinds_by_sight(sights).into_iter().enumerate() {
            sql.push(if place == 0 { "(d.kind" } else { " OR (d.kind" });
            sql.among(kinds).append(&audience::met_rows(seen)).push(")");
        }
        sql.push(")");
        sql.append(&self.leads.filter(&sights.leads, backend)).by_values();
        sql
    }

    /// The codes of the kinds that are wanted, by what they are seen with.
    fn kinds_by_sight<'a>(&self, sights: &'a Sights) -> [(&'a Sight, Vec<&'static str>); 2] {
        let wanted = KINDS.iter().filter(|(kind, _)| self.wants(*kind));
        let (evidence, others) = wanted
            .map(|(_, kind)| *kind)
            .partition::<Vec<Kind>, _>(|kind| *kind == Kind::Evidence);
        [(&sights.leads, others), (&sights.evidence, evidence)]
            .map(|(sight, kinds)| (sight, kinds.into_iter().map(Kind::code).collect()))
    }
}

/// Something that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) kind: SearchKind,
    pub(crate) object: Uuid,
    pub(crate) lead: Uuid,
}

/// Where an object stands among what is found: by kind, and within a kind the latest first.
fn place() -> String {
    let mut place = "CASE d.kind".to_owned();
    for (kind, audience) in KINDS {
        place.push_str(&format!(" WHEN '{}' THEN {}", audience.code(), kind.rank() * PLACES));
    }
    place + " ELSE 0 END + a.created_at"
}

/// A page of what is found.
pub(crate) async fn search_page(
    connection: &DatabaseConnection,
    sights: &Sights,
    query: &SearchQuery,
    args: &PageArgs,
) -> Result<Page<Found>> {
    if query.finds_nothing(sights) {
        return Ok(Page::cut(Vec::new(), args));
    }
    let run = args.run(true);
    let columns = format!("d.kind, d.object_id, d.root_id, {} AS sort_key", place());
    let mut sql = Sql::new("SELECT x.kind, x.object_id, x.root_id, x.sort_key FROM (");
    sql.append(&query.found(&columns, sights, connection.get_database_backend()))
        .push(") AS x WHERE TRUE");
    places(&mut sql, &run, "x.sort_key", "x.object_id");
    ordered(&mut sql, &run, "x.sort_key", "x.object_id");
    let found: Result<_> = rows(connection, sql).await?.iter().map(found_in).collect();
    Ok(Page::cut(found?, args))
}

fn found_in(row: &QueryResult) -> Result<(i64, Uuid, Found)> {
    let object = row.try_get("", "object_id")?;
    let found = Found {
        kind: kind_in(row)?,
        object,
        lead: row.try_get("", "root_id")?,
    };
    Ok((row.try_get("", "sort_key")?, object, found))
}

fn kind_in(row: &QueryResult) -> Result<SearchKind> {
    let stored = row.try_get::<String>("", "kind")?;
    let known = KINDS.iter().find(|(_, kind)| kind.code() == stored);
    known
        .map(|(kind, _)| *kind)
        .ok_or_else(|| ApiError::internal("a kind that is not searched was found"))
}

/// How many objects are found, counted up to one more than [`MAX_COUNT`].
pub(crate) async fn search_count(connection: &DatabaseConnection, sights: &Sights, query: &SearchQuery) -> Result<u64> {
    if query.finds_nothing(sights) {
        return Ok(0);
    }
    let mut sql = Sql::new("SELECT COUNT(*) AS found FROM (");
    sql.append(&query.found("d.kind, d.object_id", sights, connection.get_database_backend()))
        .push(&format!(" LIMIT {}) AS counted", MAX_COUNT + 1));
    let rows = rows(connection, sql).await?;
    let found: i64 = rows.first().map_or(Ok(0), |row| row.try_get("", "found"))?;
    Ok(u64::try_from(found).unwrap_or(0))
}

/// How many objects of each kind, of leads in each state, would be found if no kind and no state were chosen; in all
/// counted up to one more than [`MAX_COUNT`].
pub(crate) async fn search_facets(
    connection: &DatabaseConnection,
    sights: &Sights,
    query: &SearchQuery,
) -> Result<Vec<(SearchKind, LeadState, u64)>> {
    if query.finds_nothing(sights) {
        return Ok(Vec::new());
    }
    let wide = query.widened();
    let mut sql = Sql::new("SELECT x.kind, x.state, COUNT(*) AS found FROM (");
    sql.append(&wide.found(
        "d.kind, d.object_id, o.state",
        sights,
        connection.get_database_backend(),
    ))
    .push(&format!(" LIMIT {}) AS x GROUP BY x.kind, x.state", MAX_COUNT + 1));
    rows(connection, sql)
        .await?
        .iter()
        .map(|row| {
            let found: i64 = row.try_get("", "found")?;
            let state = code(&row.try_get::<String>("", "state")?)?;
            Ok((kind_in(row)?, state, u64::try_from(found).unwrap_or(0)))
        })
        .collect()
}
