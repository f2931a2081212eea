//! Lists of leads and deliveries: filters inside the audience's page.

use sea_orm::{DatabaseConnection, EntityTrait};
use strum::VariantArray as _;
use uuid::Uuid;

use super::{DeliveryRow, FollowQuery, LeadRow, search};
use crate::{
    audience::{self, Kind, Order, PageQuery, Sight},
    leads::rules::{Channel, DeliveryState, InfringementType, LeadSource, LeadState, Priority, Verdict},
    permissions::{Viewer, audience::Tlp},
    platform::{
        db::Sql,
        error::Result,
        graphql::connection::{MAX_COUNT, Page, PageArgs},
    },
};
use entity::{delivery, lead};

/// Which leads. As text it says what was asked for, to be asked again later.
#[derive(Debug, Clone, Default, serde::Serialize, serde::Deserialize)]
pub(crate) struct LeadQuery {
    /// Words that one visible text of the lead has.
    pub(crate) search: Option<String>,
    /// These leads alone; whichever where there is none. What was asked for before this could be said is silent on it.
    #[serde(default)]
    pub(crate) leads: Vec<Uuid>,
    pub(crate) states: Vec<LeadState>,
    pub(crate) tlp: Vec<Tlp>,
    pub(crate) brands: Vec<Uuid>,
    pub(crate) owners: Vec<Uuid>,
    /// The one owner that the viewer finds by its name even where it must not be named; `None` for who finds all.
    pub(crate) own: Option<Uuid>,
    pub(crate) infringement_types: Vec<InfringementType>,
    pub(crate) channels: Vec<Channel>,
    pub(crate) priorities: Vec<Priority>,
    pub(crate) sources: Vec<LeadSource>,
    /// Microseconds, inclusive.
    pub(crate) created_from: Option<i64>,
    /// Microseconds, exclusive.
    pub(crate) created_to: Option<i64>,
    /// Written by this person.
    pub(crate) author: Option<Uuid>,
    /// By who is on it and who watches it.
    pub(crate) follow: FollowQuery,
}

impl LeadQuery {
    /// The same as its viewer may ask by now: the desk finds owners that others do not.
    pub(crate) fn asked_by(mut self, viewer: &Viewer) -> Self {
        self.own = (!viewer.is_at_desk()).then_some(viewer.organization);
        self
    }

    /// The same without RED leads; `None` where nothing else was asked for.
    pub(crate) fn without_red(mut self) -> Option<Self> {
        if self.tlp.is_empty() {
            self.tlp = Tlp::VARIANTS.to_vec();
        }
        self.tlp.retain(|tlp| *tlp != Tlp::Red);
        (!self.tlp.is_empty()).then_some(self)
    }

    /// The conditions on the lead `o`.
    pub(super) fn filter(&self, sight: &Sight, backend: sea_orm::DatabaseBackend) -> Sql {
        let mut sql = Sql::default();
        among(&mut sql, "o.id", self.leads.iter().copied());
        among(
            &mut sql,
            "o.state",
            self.states.iter().map(|state| <&str>::from(*state)),
        );
        among(&mut sql, "o.tlp", self.tlp.iter().map(|tlp| <&str>::from(*tlp)));
        among(&mut sql, "o.owner_id", self.owners.iter().copied());
        if !self.owners.is_empty()
            && let Some(own) = self.own
        {
            // Who must not be named is not found by its name either.
            sql.push(" AND (o.attribution <> 'MUST_NOT' OR o.owner_id = ")
                .bind(own)
                .push(")");
        }
        among(
            &mut sql,
            "o.channel",
            self.channels.iter().map(|channel| channel.code()),
        );
        among(&mut sql, "o.source", self.sources.iter().map(|source| source.code()));
        among(
            &mut sql,
            "o.priority",
            self.priorities.iter().map(|priority| priority.rank()),
        );
        at_least(&mut sql, "o.created_at >= ", self.created_from);
        at_least(&mut sql, "o.created_at < ", self.created_to);
        if let Some(author) = self.author {
            sql.push(" AND o.created_by = ").bind(author);
        }
        self.follow.narrow(&mut sql, "o.id");
        if !self.infringement_types.is_empty() {
            sql.push(" AND (");
            for (index, kind) in self.infringement_types.iter().enumerate() {
                sql.push(if index == 0 { "" } else { " OR " })
                    .push("o.infringement_types LIKE ");
                sql.bind(format!("%\"{}\"%", kind.code()));
            }
            sql.push(")");
        }
        if !self.brands.is_empty() {
            // A brand is found by the items the viewer sees, so that a hidden item does not answer.
            sql.push(" AND EXISTS (SELECT 1 FROM lead_item i JOIN audience v ON v.kind = 'item' AND v.object_id = i.id WHERE i.lead_id = o.id");
            among(&mut sql, "i.brand_id", self.brands.iter().copied());
            visible(&mut sql, sight);
            sql.push(")").by_values();
        }
        if let Some(words) = &self.search {
            search::matching(&mut sql, words, sight, backend);
        }
        sql
    }
}

/// The audience's predicate on rows called `v`.
pub(super) fn visible(sql: &mut Sql, sight: &Sight) {
    among(sql, "v.principal", sight.principals.iter().map(String::as_str));
    sql.push(" AND v.valid_until > ").bind(sight.now);
}

/// Which deliveries.
#[derive(Debug, Clone, Default)]
pub(crate) struct DeliveryQuery {
    pub(crate) states: Vec<DeliveryState>,
    /// Whether an answer is still wanted.
    pub(crate) open: Option<bool>,
    pub(crate) overdue: Option<bool>,
    pub(crate) brands: Vec<Uuid>,
    pub(crate) lead: Option<Uuid>,
    pub(crate) verdicts: Vec<Verdict>,
    /// Only those due at this moment or later, microseconds.
    pub(crate) due_from: Option<i64>,
    /// Only those due before this moment, microseconds.
    pub(crate) due_to: Option<i64>,
    /// Only those this organisation received.
    pub(crate) recipient: Option<Uuid>,
    /// By who is on the lead and who watches it.
    pub(crate) follow: FollowQuery,
}

impl DeliveryQuery {
    fn filter(&self, sight: &Sight) -> Sql {
        let mut sql = Sql::default();
        among(
            &mut sql,
            "o.state",
            self.states.iter().map(|state| <&str>::from(*state)),
        );
        among(
            &mut sql,
            "o.verdict",
            self.verdicts.iter().map(|verdict| <&str>::from(*verdict)),
        );
        among(&mut sql, "o.lead_id", self.lead);
        among(&mut sql, "o.recipient_id", self.recipient);
        at_least(&mut sql, "o.due_at >= ", self.due_from);
        at_least(&mut sql, "o.due_at < ", self.due_to);
        self.follow.narrow(&mut sql, "o.lead_id");
        if let Some(open) = self.open {
            sql.push(" AND a.open = ").bind(open);
        }
        if let Some(overdue) = self.overdue {
            sql.push(if overdue {
                " AND o.state IN ('OVERDUE', 'EXPIRED')"
            } else {
                " AND o.state NOT IN ('OVERDUE', 'EXPIRED')"
            });
        }
        if !self.brands.is_empty() {
            sql.push(" AND EXISTS (SELECT 1 FROM lead_item i JOIN brand b ON b.id = i.brand_id AND b.organization_id = o.recipient_id JOIN audience v ON v.kind = 'item' AND v.object_id = i.id WHERE i.lead_id = o.lead_id");
            among(&mut sql, "i.brand_id", self.brands.iter().copied());
            visible(&mut sql, sight);
            sql.push(")").by_values();
        }
        sql
    }
}

fn among<V: Into<sea_orm::Value> + Clone>(sql: &mut Sql, column: &str, values: impl IntoIterator<Item = V>) {
    let mut values = values.into_iter().peekable();
    if values.peek().is_some() {
        sql.push(" AND ").push(column).among(values);
    }
}

fn at_least(sql: &mut Sql, condition: &str, bound: Option<i64>) {
    if let Some(bound) = bound {
        sql.push(" AND ").push(condition).bind(bound);
    }
}

/// A page of the leads the sight meets.
pub(crate) async fn lead_page(
    connection: &DatabaseConnection,
    sight: &Sight,
    query: &LeadQuery,
    order: (Order, bool),
    args: &PageArgs,
) -> Result<Page<LeadRow>> {
    let filter = query.filter(sight, connection.get_database_backend());
    page::<lead::Entity>(connection, sight, Kind::Lead, &filter, order, args).await
}

/// How many leads the sight meets.
pub(crate) async fn lead_count(connection: &DatabaseConnection, sight: &Sight, query: &LeadQuery) -> Result<u64> {
    let filter = query.filter(sight, connection.get_database_backend());
    audience::count::<lead::Entity>(connection, sight, Kind::Lead, &filter, MAX_COUNT + 1).await
}

/// A page of the deliveries the sight meets.
pub(crate) async fn delivery_page(
    connection: &DatabaseConnection,
    sight: &Sight,
    query: &DeliveryQuery,
    order: (Order, bool),
    args: &PageArgs,
) -> Result<Page<DeliveryRow>> {
    let filter = query.filter(sight);
    page::<delivery::Entity>(connection, sight, Kind::Delivery, &filter, order, args).await
}

/// How many deliveries the sight meets.
pub(crate) async fn delivery_count(
    connection: &DatabaseConnection,
    sight: &Sight,
    query: &DeliveryQuery,
) -> Result<u64> {
    let filter = query.filter(sight);
    audience::count::<delivery::Entity>(connection, sight, Kind::Delivery, &filter, MAX_COUNT + 1).await
}

async fn page<E: EntityTrait>(
    connection: &DatabaseConnection,
    sight: &Sight,
    kind: Kind,
    filter: &Sql,
    (order, descending): (Order, bool),
    args: &PageArgs,
) -> Result<Page<E::Model>> {
    let query = PageQuery {
        kind,
        filter,
        order,
        run: args.run(descending),
    };
    let rows = audience::page::<E>(connection, sight, &query).await?;
    Ok(Page::cut(rows, args))
}
