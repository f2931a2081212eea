//! Lists of actions and of their sites, as far as a sight meets the actions.

use sea_orm::{ConnectionTrait, DatabaseConnection, FromQueryResult as _, Value};
use uuid::Uuid;

use super::{ActionRow, SiteRow};
use crate::{
    actions::rules::{ActionKind, ActionState, MOST_PLACED, Placed, SiteKind},
    audience::{self, Kind, Order, PageQuery, Sight},
    platform::{
        db::{Sql, columns, counted, ordered, places},
        error::Result,
        graphql::connection::{MAX_COUNT, Page, PageArgs},
    },
};
use entity::{action_site, offline_action};

/// The order of a list of actions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum ActionOrder {
    /// Those that begin first in front; those without a time at the end.
    #[default]
    StartsFirst,
    /// Those that begin last in front.
    StartsLast,
    /// Those proposed last in front.
    ProposedLast,
}

impl ActionOrder {
    fn read(self) -> (Order, bool) {
        match self {
            Self::StartsFirst => (Order::DueAt, false),
            Self::StartsLast => (Order::DueAt, true),
            Self::ProposedLast => (Order::CreatedAt, true),
        }
    }
}

/// Which actions; what is left out does not narrow the list.
#[derive(Debug, Clone, Default)]
pub(crate) struct ActionQuery {
    pub(crate) states: Vec<ActionState>,
    pub(crate) kinds: Vec<ActionKind>,
    pub(crate) operation: Option<Uuid>,
    pub(crate) lead: Option<Uuid>,
    /// On whose team this person is.
    pub(crate) member: Option<Uuid>,
    /// Microseconds.
    pub(crate) starts_from: Option<i64>,
    /// Microseconds; this moment is not in it.
    pub(crate) starts_to: Option<i64>,
    /// Microseconds.
    pub(crate) ends_from: Option<i64>,
    /// Whether they still want an act.
    pub(crate) open: Option<bool>,
}

impl ActionQuery {
    fn filter(&self, leads: &Sight) -> Sql {
        let mut sql = Sql::default();
        among(&mut sql, "o.state", self.states.iter().map(|state| state.code()));
        among(&mut sql, "o.kind", self.kinds.iter().map(|kind| kind.code()));
        among(&mut sql, "o.operation_id", self.operation);
        if let Some(lead) = self.lead {
            // Asked for by a lead that is not seen, nothing is found.
            sql.push(" AND EXISTS (SELECT 1 FROM action_lead t WHERE t.action_id = o.id AND t.lead_id = ")
                .bind(lead)
                .push(" AND ")
                .append(&audience::meets(leads, Kind::Lead, "t.lead_id"))
                .push(")");
        }
        if let Some(member) = self.member {
            sql.push(" AND EXISTS (SELECT 1 FROM action_member m WHERE m.action_id = o.id AND m.person_id = ")
                .bind(member)
                .push(")");
        }
        if let Some(from) = self.starts_from {
            sql.push(" AND o.starts_at >= ").bind(from);
        }
        if let Some(to) = self.starts_to {
            sql.push(" AND o.starts_at < ").bind(to);
        }
        if let Some(from) = self.ends_from {
            sql.push(" AND o.ends_at >= ").bind(from);
        }
        if let Some(open) = self.open {
            sql.push(if open { " AND NOT (o.state" } else { " AND (o.state" })
                .among(ActionState::OVER.map(ActionState::code))
                .push(")");
        }
        sql
    }
}

fn among<V: Into<Value>>(sql: &mut Sql, column: &str, values: impl IntoIterator<Item = V>) {
    let mut values = values.into_iter().peekable();
    if values.peek().is_some() {
        sql.push(" AND ").push(column).among(values);
    }
}

/// A page of the actions that a sight meets; `leads` is what the same viewer sees of leads.
pub(crate) async fn action_page(
    connection: &DatabaseConnection,
    (sight, leads): (&Sight, &Sight),
    query: &ActionQuery,
    order: ActionOrder,
    args: &PageArgs,
) -> Result<Page<ActionRow>> {
    let (order, descending) = order.read();
    let query = PageQuery {
        kind: Kind::Action,
        filter: &query.filter(leads),
        order,
        run: args.run(descending),
    };
    let rows = audience::page::<offline_action::Entity>(connection, sight, &query).await?;
    Ok(Page::cut(rows, args))
}

/// How many those are.
pub(crate) async fn action_count(
    connection: &DatabaseConnection,
    (sight, leads): (&Sight, &Sight),
    query: &ActionQuery,
) -> Result<u64> {
    let filter = query.filter(leads);
    audience::count::<offline_action::Entity>(connection, sight, Kind::Action, &filter, MAX_COUNT + 1).await
}

/// Which sites; what is left out does not narrow the list.
#[derive(Debug, Clone, Default)]
pub(crate) struct SiteQuery {
    pub(crate) kinds: Vec<SiteKind>,
    pub(crate) country: Option<String>,
    pub(crate) operation: Option<Uuid>,
    /// Of the actions.
    pub(crate) states: Vec<ActionState>,
    /// When the actions begin; microseconds.
    pub(crate) starts_from: Option<i64>,
    /// Microseconds; this moment is not in it.
    pub(crate) starts_to: Option<i64>,
}

impl SiteQuery {
    /// The sites `o` of actions `x` that the sight meets.
    fn rows(&self, sight: &Sight, wanted: &str) -> Sql {
        let mut sql = Sql::new(&format!(
            "SELECT {wanted} FROM action_site o JOIN offline_action x ON x.id = o.action_id WHERE o.removed_at IS NULL"
        ));
        among(&mut sql, "o.kind", self.kinds.iter().map(|kind| kind.code()));
        among(&mut sql, "o.country", self.country.iter().map(String::as_str));
        among(&mut sql, "x.operation_id", self.operation);
        among(&mut sql, "x.state", self.states.iter().map(|state| state.code()));
        if let Some(from) = self.starts_from {
            sql.push(" AND x.starts_at >= ").bind(from);
        }
        if let Some(to) = self.starts_to {
            sql.push(" AND x.starts_at < ").bind(to);
        }
        sql.push(" AND ").append(&audience::meets(sight, Kind::Action, "x.id"));
        sql
    }
}

/// A page of sites, those of the latest actions first.
pub(crate) async fn site_page(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    query: &SiteQuery,
    args: &PageArgs,
) -> Result<Page<SiteRow>> {
    if sight.principals.is_empty() {
        return Ok(Page::cut(Vec::new(), args));
    }
    let run = args.run(true);
    let wanted = format!("{}, x.created_at AS sort_key", columns::<action_site::Entity>("o"));
    let mut sql = query.rows(sight, &wanted);
    places(&mut sql, &run, "x.created_at", "o.id");
    ordered(&mut sql, &run, "x.created_at", "o.id");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let rows = rows.iter().map(|row| {
        let site = SiteRow::from_query_result(row, "")?;
        let key: i64 = row.try_get("", "sort_key")?;
        Ok((key, site.id, site))
    });
    Ok(Page::cut(rows.collect::<Result<Vec<_>>>()?, args))
}

/// How many those are.
pub(crate) async fn site_count(connection: &impl ConnectionTrait, sight: &Sight, query: &SiteQuery) -> Result<u64> {
    if sight.principals.is_empty() {
        return Ok(0);
    }
    counted(connection, &query.rows(sight, "o.id"), MAX_COUNT + 1).await
}

/// The sites of the latest actions, for a map: one more than it is made of where there are more.
pub(crate) async fn sites_placed(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    query: &SiteQuery,
) -> Result<Vec<Placed>> {
    if sight.principals.is_empty() {
        return Ok(Vec::new());
    }
    let wanted = "o.action_id, o.country, o.division_code, o.latitude_e6, o.longitude_e6";
    let mut sql = query.rows(sight, wanted);
    let most = MOST_PLACED + 1;
    sql.push(&format!(" ORDER BY x.created_at DESC, o.id DESC LIMIT {most}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| {
            let north: Option<i32> = row.try_get("", "latitude_e6")?;
            let east: Option<i32> = row.try_get("", "longitude_e6")?;
            Ok(Placed {
                action: row.try_get("", "action_id")?,
                country: row.try_get("", "country")?,
                division: row.try_get("", "division_code")?,
                position: north.zip(east),
            })
        })
        .collect()
}

/// Which of some leads are in action, by the actions that a sight meets.
pub(crate) async fn in_action(connection: &impl ConnectionTrait, sight: &Sight, leads: &[Uuid]) -> Result<Vec<Uuid>> {
    if leads.is_empty() || sight.principals.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::new(
        "SELECT DISTINCT t.lead_id FROM action_lead t JOIN offline_action x ON x.id = t.action_id WHERE t.lead_id",
    );
    sql.among(leads.iter().copied()).push(" AND x.state");
    sql.among(ActionState::IN_ACTION.map(ActionState::code))
        .push(" AND ")
        .append(&audience::meets(sight, Kind::Action, "x.id"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter().map(|row| Ok(row.try_get("", "lead_id")?)).collect()
}
