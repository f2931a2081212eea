//! The SQL of sharing groups.

use std::collections::HashMap;

use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, PaginatorTrait as _,
    QueryFilter as _, QuerySelect as _, QueryTrait as _, Select, sea_query::Expr,
};
use uuid::Uuid;

use super::rules::{GroupRow, Member};
use crate::{
    permissions::{Action, Scope, Viewer, viewer::GroupSeat},
    platform::{
        clock::{NEVER, micros, timestamp, timestamp_or_never},
        db::{Sql, Tx, keyset},
        error::{ErrorCode, Result},
        graphql::connection::{Page, PageArgs},
    },
};
use entity::{sharing_group, sharing_group_seat as seat};

/// Which groups a list is of.
#[derive(Debug, Clone)]
pub(super) struct GroupFilter {
    /// Only those that are known to this person of this organisation; all where nobody is named.
    known_to: Option<(Uuid, Uuid)>,
    /// Only those that the person or the organisation is in.
    pub(super) own: Option<(Uuid, Uuid)>,
}

impl GroupFilter {
    /// What [`GroupRow::is_seen_by`] says, as a condition.
    pub(super) fn of(viewer: &Viewer) -> Self {
        let all = viewer.scope(Action::SharingGroupRead) == Scope::All;
        Self {
            known_to: (!all).then_some((viewer.person, viewer.organization)),
            own: None,
        }
    }

    fn select(&self) -> Select<sharing_group::Entity> {
        let mut groups = sharing_group::Entity::find();
        if let Some((person, organization)) = self.known_to {
            let known = Condition::any()
                .add(sharing_group::Column::Confidential.eq(false))
                .add(sharing_group::Column::OwnerId.eq(organization))
                .add(is_in(person, organization));
            groups = groups.filter(known);
        }
        if let Some((person, organization)) = self.own {
            groups = groups.filter(is_in(person, organization));
        }
        groups
    }
}

/// That a person is in the group, by name or as one of an organisation.
fn is_in(person: Uuid, organization: Uuid) -> sea_orm::sea_query::SimpleExpr {
    let seats = seat::Entity::find()
        .select_only()
        .column(seat::Column::GroupId)
        .filter(holds(person, organization));
    sharing_group::Column::Id.in_subquery(seats.into_query())
}

/// The places that a person holds, by name or as one of an organisation.
fn holds(person: Uuid, organization: Uuid) -> Condition {
    let whole = Condition::all()
        .add(seat::Column::OrganizationId.eq(organization))
        .add(seat::Column::PersonId.is_null());
    Condition::all()
        .add(seat::Column::RemovedAt.is_null())
        .add(Condition::any().add(seat::Column::PersonId.eq(person)).add(whole))
}

/// A page of groups, the first made first.
pub(super) async fn group_page(
    connection: &impl ConnectionTrait,
    filter: &GroupFilter,
    args: &PageArgs,
) -> Result<Page<GroupRow>> {
    let rows = keyset(
        filter.select(),
        sharing_group::Column::CreatedAt,
        sharing_group::Column::Id,
        args,
    );
    let rows = with_members(connection, rows.all(connection).await?).await?;
    let keyed = rows.into_iter().map(|row| (micros(row.created_at), row.id, row));
    Ok(Page::cut(keyed.collect(), args))
}

/// How many those are.
pub(super) async fn group_count(connection: &impl ConnectionTrait, filter: &GroupFilter) -> Result<u64> {
    Ok(filter.select().count(connection).await?)
}

/// The groups with these ids.
pub(super) async fn groups_by_ids(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<GroupRow>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = sharing_group::Entity::find()
        .filter(sharing_group::Column::Id.is_in(ids.iter().copied()))
        .all(connection)
        .await?;
    with_members(connection, rows).await
}

async fn with_members(connection: &impl ConnectionTrait, rows: Vec<sharing_group::Model>) -> Result<Vec<GroupRow>> {
    let seats = seat::Entity::find()
        .filter(seat::Column::GroupId.is_in(rows.iter().map(|row| row.id)))
        .filter(seat::Column::RemovedAt.is_null())
        .all(connection)
        .await?;
    let mut members: HashMap<Uuid, Vec<Member>> = HashMap::new();
    for row in seats {
        members.entry(row.group_id).or_default().push(Member {
            organization: row.organization_id,
            person: row.person_id,
            added_at: timestamp(row.added_at),
        });
    }
    let group = |row: sharing_group::Model| {
        let mut members = members.remove(&row.id).unwrap_or_default();
        members.sort_unstable_by_key(|member| (member.added_at, member.organization, member.person));
        GroupRow {
            id: row.id,
            owner: row.owner_id,
            created_by: row.created_by,
            name: row.name,
            purpose: row.purpose,
            confidential: row.confidential,
            expires_at: timestamp_or_never(row.expires_at),
            closed: row.closed_at.is_some(),
            members,
            version: row.version,
            created_at: timestamp(row.created_at),
        }
    };
    Ok(rows.into_iter().map(group).collect())
}

/// Inserts a group; its members come by [`seats_insert`].
pub(super) async fn group_insert(tx: &Tx, row: &GroupRow) -> Result<()> {
    let model = sharing_group::ActiveModel {
        id: Set(row.id),
        owner_id: Set(row.owner),
        created_by: Set(row.created_by),
        name: Set(row.name.clone()),
        purpose: Set(row.purpose.clone()),
        confidential: Set(row.confidential),
        expires_at: Set(row.expires_at.map_or(NEVER, micros)),
        closed_at: Set(None),
        version: Set(row.version),
        created_at: Set(micros(row.created_at)),
    };
    sharing_group::Entity::insert(model)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves what of a group changes, if nobody else changed it since; raises its version.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(super) async fn group_save(tx: &Tx, row: &GroupRow) -> Result<()> {
    use sharing_group::Column;
    let closed_at = row.closed.then(|| micros(tx.now()));
    let saved = sharing_group::Entity::update_many()
        .col_expr(Column::Name, Expr::value(row.name.clone()))
        .col_expr(Column::Purpose, Expr::value(row.purpose.clone()))
        .col_expr(Column::Confidential, Expr::value(row.confidential))
        .col_expr(Column::ExpiresAt, Expr::value(row.expires_at.map_or(NEVER, micros)))
        .col_expr(Column::ClosedAt, Expr::value(closed_at))
        .col_expr(Column::Version, Expr::value(row.version + 1))
        .filter(Column::Id.eq(row.id))
        .filter(Column::Version.eq(row.version))
        .exec(tx.connection())
        .await?;
    match saved.rows_affected {
        1 => Ok(()),
        _ => Err(ErrorCode::StaleVersion.into()),
    }
}

/// Takes members in.
pub(super) async fn seats_insert(tx: &Tx, group: Uuid, by: Uuid, members: &[(Uuid, Member)]) -> Result<()> {
    if members.is_empty() {
        return Ok(());
    }
    let rows = members.iter().map(|(id, member)| seat::ActiveModel {
        id: Set(*id),
        group_id: Set(group),
        organization_id: Set(member.organization),
        person_id: Set(member.person),
        added_by: Set(by),
        added_at: Set(micros(tx.now())),
        removed_at: Set(None),
    });
    seat::Entity::insert_many(rows)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Takes members out, each named by organisation and person.
pub(super) async fn seats_remove(tx: &Tx, group: Uuid, members: &[(Uuid, Option<Uuid>)]) -> Result<()> {
    for (organization, person) in members {
        let of_person = match person {
            Some(person) => seat::Column::PersonId.eq(*person),
            None => seat::Column::PersonId.is_null(),
        };
        seat::Entity::update_many()
            .col_expr(seat::Column::RemovedAt, Expr::value(Some(micros(tx.now()))))
            .filter(seat::Column::GroupId.eq(group))
            .filter(seat::Column::OrganizationId.eq(*organization))
            .filter(of_person)
            .filter(seat::Column::RemovedAt.is_null())
            .exec(tx.connection())
            .await?;
    }
    Ok(())
}

/// Who holds places in groups that are not closed.
#[derive(Debug, Clone, Default)]
pub struct Seats {
    organizations: HashMap<Uuid, Vec<GroupSeat>>,
    people: HashMap<Uuid, Vec<GroupSeat>>,
}

impl Seats {
    /// The places of a person, by name or as one of its organisation.
    #[must_use]
    pub fn of(&self, person: Uuid, organization: Uuid) -> Vec<GroupSeat> {
        let own = self.organizations.get(&organization).into_iter().flatten();
        own.chain(self.people.get(&person).into_iter().flatten())
            .cloned()
            .collect()
    }
}

/// The places in groups that are not closed: of a person in its organisation, or everybody's.
pub(super) async fn seats(connection: &impl ConnectionTrait, of: Option<(Uuid, Uuid)>) -> Result<Seats> {
    let mut sql =
        Sql::new("SELECT s.group_id, s.organization_id, s.person_id, g.expires_at FROM sharing_group_seat s ");
    sql.push("JOIN sharing_group g ON g.id = s.group_id WHERE s.removed_at IS NULL AND g.closed_at IS NULL");
    if let Some((person, organization)) = of {
        sql.push(" AND (s.person_id = ").bind(person);
        sql.push(" OR (s.person_id IS NULL AND s.organization_id = ")
            .bind(organization)
            .push("))");
    }
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let mut seats = Seats::default();
    for row in rows {
        let seat = GroupSeat {
            group: row.try_get("", "group_id")?,
            until: timestamp_or_never(row.try_get("", "expires_at")?),
        };
        let person: Option<Uuid> = row.try_get("", "person_id")?;
        match person {
            Some(person) => seats.people.entry(person).or_default().push(seat),
            None => {
                let organization = row.try_get("", "organization_id")?;
                seats.organizations.entry(organization).or_default().push(seat);
            }
        }
    }
    Ok(seats)
}
