//! Lists of subjects: filters inside the audience's page.

use sea_orm::{ConnectionTrait, DatabaseConnection};
use uuid::Uuid;

use super::SubjectRow;
use crate::{
    audience::{self, Child, Kind, Order, PageQuery, Sight},
    platform::{
        db::{Sql, escaped},
        error::Result,
        graphql::connection::{MAX_COUNT, Page, PageArgs},
    },
    subjects::rules::SubjectKind,
};
use entity::subject;

/// Which subjects.
#[derive(Debug, Clone, Default)]
pub(crate) struct SubjectQuery {
    pub(crate) kinds: Vec<SubjectKind>,
    /// Those that have the identifier of this hash.
    pub(crate) hash: Option<String>,
    pub(crate) lead: Option<Uuid>,
    /// Part of the name of what is no person.
    pub(crate) name: Option<String>,
}

impl SubjectQuery {
    fn filter(&self) -> Sql {
        let mut sql = Sql::new(" AND o.removed_at IS NULL");
        if !self.kinds.is_empty() {
            sql.push(" AND o.kind").among(self.kinds.iter().map(|kind| kind.code()));
        }
        if let Some(lead) = self.lead {
            sql.push(" AND o.lead_id = ").bind(lead);
        }
        if let Some(hash) = &self.hash {
            sql.push(" AND EXISTS (SELECT 1 FROM subject_identifier i WHERE i.subject_id = o.id AND i.removed_at IS NULL AND i.hash = ")
                .bind(hash.as_str())
                .push(")");
        }
        if let Some(name) = &self.name {
            // What is masked is not found by its parts either.
            let pattern = format!("%{}%", escaped(name.trim()));
            // Both sides by the database's own rule: SQLite's knows ASCII alone.
            sql.push(" AND NOT o.is_person AND LOWER(o.name) LIKE LOWER(")
                .bind(pattern)
                .push(") ESCAPE '\\'");
        }
        sql
    }
}

/// A page of the subjects that the sight meets, the latest first.
pub(crate) async fn subject_page(
    connection: &DatabaseConnection,
    sight: &Sight,
    query: &SubjectQuery,
    args: &PageArgs,
) -> Result<Page<SubjectRow>> {
    let filter = query.filter();
    let query = PageQuery {
        kind: Kind::Subject,
        filter: &filter,
        order: Order::CreatedAt,
        run: args.run(true),
    };
    let rows = audience::page::<subject::Entity>(connection, sight, &query).await?;
    Ok(Page::cut(rows, args))
}

/// How many those are.
pub(crate) async fn subject_count(connection: &DatabaseConnection, sight: &Sight, query: &SubjectQuery) -> Result<u64> {
    let filter = query.filter();
    audience::count::<subject::Entity>(connection, sight, Kind::Subject, &filter, MAX_COUNT + 1).await
}

impl Child for subject::Entity {
    const KIND: Kind = Kind::Subject;
    const ORDER: &'static str = "created_at";
}

/// The subjects of some leads that the sight meets, those that were taken away among them, in any order.
pub(crate) async fn subjects_of_leads(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    leads: &[Uuid],
) -> Result<Vec<SubjectRow>> {
    audience::objects_within::<subject::Entity>(connection, sight, Kind::Subject, leads).await
}
