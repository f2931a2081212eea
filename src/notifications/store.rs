//! The SQL of notifications.

pub(super) mod mails;
mod mutes;

use std::collections::HashMap;

use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult as _, QueryFilter as _};
use uuid::Uuid;

use super::rules::{Channel, NotificationKind, Said};
use crate::{
    audience::{self, Kind, Sight},
    permissions::{Action, Scope, Viewer},
    platform::{
        clock::micros,
        db::{Sql, Tx, code, columns, counted, page_of},
        error::Result,
        graphql::connection::{Page, PageArgs},
    },
};
use entity::{notification, notification_cursor, notification_preference};

pub(super) use mails::{Due, DueRow, due, keep_to_portal, told};
pub(super) use mutes::{MuteRow, mute_delete, mute_save, mutes, mutes_forget, mutes_of};

/// A notification's row.
pub(super) type NotificationRow = notification::Model;

/// Which of a person's notifications.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct NotificationQuery {
    /// Only those not read yet.
    pub(super) unread: bool,
    /// Those put away, instead of the others.
    pub(super) archived: bool,
    /// Only those of these kinds; of every kind where there is none.
    pub(super) kinds: Vec<NotificationKind>,
}

/// Whose notifications, and what that person sees.
#[derive(Debug, Clone)]
pub(super) struct Reader {
    pub(super) person: Uuid,
    pub(super) sight: Sight,
    /// The condition that it sees the referral that a row `n` is about.
    pub(super) referrals: Sql,
    /// The condition that it sees the order of a fund that a row `n` is about.
    pub(super) orders: Sql,
    /// The condition that it sees the appraisal that a row `n` is about.
    pub(super) appraisals: Sql,
    /// The condition that it sees the sample that a row `n` is about.
    pub(super) samples: Sql,
    /// The condition that it sees the test purchase that a row `n` is about.
    pub(super) purchases: Sql,
    /// The sight of evidence, which is met by a right of its own.
    pub(super) evidence: Sight,
    /// The sight of offline actions.
    pub(super) actions: Sight,
    /// The sight of those that meet.
    pub(super) clashes: Sight,
    /// The condition that it sees the webhook endpoint that a row `n` is about.
    pub(super) webhooks: Sql,
    /// That it sees the screened listing that a row `n` is about.
    pub(super) screened: Sql,
    /// Whether it verifies officers: the directory has no audience.
    pub(super) verifies: bool,
    /// The condition that it manages the person that a row `n` is about, or is that person.
    pub(super) people: Sql,
    /// The condition that it reads the power of attorney that a row `n` is about.
    pub(super) powers: Sql,
}

/// The kind of object of what is told of an officer.
pub(super) const OFFICER: &str = "officer";
/// The kind of object of what is told of a person.
pub(super) const PERSON: &str = "person";

/// The kind of object of what is told of a power of attorney.
pub(super) const POWER: &str = "power_of_attorney";

/// The kind of object of what is told of a webhook endpoint.
pub(super) const WEBHOOK: &str = "webhook";

/// The kind of object of what is told of a screened listing.
pub(super) const SCREENED: &str = "screened_listing";

/// The kinds of object by which a notification is seen.
const SEEN_BY: [Kind; 7] = [
    Kind::Lead,
    Kind::Delivery,
    Kind::Comment,
    Kind::Entry,
    Kind::Evidence,
    Kind::Action,
    Kind::Clash,
];

/// By which right objects of a kind are seen.
pub(super) fn read_by(kind: Kind) -> Action {
    match kind {
        Kind::Action => Action::OfflineActionRead,
        Kind::Clash => Action::DeconflictionRead,
        Kind::FundOrder => Action::FundRead,
        Kind::Sample => Action::SampleRead,
        Kind::Appraisal => Action::AppraisalRead,
        Kind::Purchase => Action::PurchaseRead,
        Kind::Product | Kind::Feature => Action::ProductRead,
        Kind::Evidence => Action::EvidenceRead,
        Kind::Referral | Kind::Lead | Kind::Item | Kind::Delivery | Kind::Comment | Kind::Subject | Kind::Entry => {
            Action::LeadRead
        }
    }
}

impl Reader {
    /// The condition that a row `n` is the person's and is of something that it sees.
    fn sees(&self) -> Sql {
        let mut sql = Sql::new("n.person_id = ");
        sql.bind(self.person).push(" AND (");
        for (at, kind) in SEEN_BY.into_iter().enumerate() {
            sql.push(if at == 0 { "" } else { " OR " })
                .push(&format!("(n.object_kind = '{}' AND ", kind.code()))
                .append(&audience::meets(self.sight_of(kind), kind, "n.object_id"))
                .push(")");
        }
        sql.push(&format!(" OR (n.object_kind = '{}' AND ", Kind::Referral.code()))
            .append(&self.referrals)
            .push(")");
        sql.push(&format!(" OR (n.object_kind = '{}' AND ", Kind::FundOrder.code()))
            .append(&self.orders)
            .push(")");
        sql.push(&format!(" OR (n.object_kind = '{}' AND ", Kind::Purchase.code()))
            .append(&self.purchases)
            .push(")");
        for (kind, condition) in [(Kind::Appraisal, &self.appraisals), (Kind::Sample, &self.samples)] {
            sql.push(&format!(" OR (n.object_kind = '{}' AND ", kind.code()))
                .append(condition)
                .push(")");
        }
        sql.push(&format!(" OR (n.object_kind = '{WEBHOOK}' AND "))
            .append(&self.webhooks)
            .push(")");
        sql.push(&format!(" OR (n.object_kind = '{SCREENED}' AND "))
            .append(&self.screened)
            .push(")");
        sql.push(&format!(" OR (n.object_kind = '{PERSON}' AND "))
            .append(&self.people)
            .push(")");
        sql.push(&format!(" OR (n.object_kind = '{POWER}' AND "))
            .append(&self.powers)
            .push(")");
        if self.verifies {
            sql.push(&format!(" OR n.object_kind = '{OFFICER}'"));
        }
        sql.push(")");
        sql
    }

    fn sight_of(&self, kind: Kind) -> &Sight {
        if kind == Kind::Action {
            return &self.actions;
        }
        if kind == Kind::Clash {
            return &self.clashes;
        }
        match read_by(kind) == Action::EvidenceRead {
            true => &self.evidence,
            false => &self.sight,
        }
    }

    fn sees_of(&self, query: &NotificationQuery) -> Sql {
        let mut sql = self.sees();
        sql.push(if query.archived {
            " AND n.archived_at IS NOT NULL"
        } else {
            " AND n.archived_at IS NULL"
        });
        if query.unread {
            sql.push(" AND n.read_at IS NULL");
        }
        if !query.kinds.is_empty() {
            sql.push(" AND n.kind")
                .among(query.kinds.iter().map(|kind| kind.code()));
        }
        sql
    }
}

/// The condition that somebody manages the person that a row `n` is about, or is that person.
pub(super) fn managed(viewer: &Viewer) -> Sql {
    let mut sql = Sql::new("EXISTS (SELECT 1 FROM person managed WHERE managed.id = n.object_id AND (managed.id = ");
    sql.bind(viewer.person).push(" OR ");
    match viewer.scope(Action::UserManage) {
        Scope::All => sql.push("1 = 1"),
        Scope::Own => sql.push("managed.organization_id = ").bind(viewer.organization),
        Scope::No | Scope::Named | Scope::Brand | Scope::Principal | Scope::Shared => sql.push("1 = 0"),
    };
    sql.push("))");
    sql
}

/// A page of a person's notifications that it sees, latest first.
pub(super) async fn notification_page(
    connection: &impl ConnectionTrait,
    reader: &Reader,
    query: &NotificationQuery,
    args: &PageArgs,
) -> Result<Page<NotificationRow>> {
    let mut sql = Sql::new(&format!(
        "SELECT {} FROM notification n WHERE ",
        columns::<notification::Entity>("n")
    ));
    sql.append(&reader.sees_of(query));
    page_of::<NotificationRow>(connection, sql, ("n.created_at", "n.id"), true, args, |row| {
        (row.created_at, row.id)
    })
    .await
}

/// How many of a person's notifications there are that it sees, counted up to `most`.
pub(super) async fn notification_count(
    connection: &impl ConnectionTrait,
    reader: &Reader,
    query: &NotificationQuery,
    most: u64,
) -> Result<u64> {
    let mut sql = Sql::new("SELECT n.id FROM notification n WHERE ");
    sql.append(&reader.sees_of(query));
    counted(connection, &sql, most).await
}

/// A notification of a person's that it sees.
pub(super) async fn notification_find(
    connection: &impl ConnectionTrait,
    reader: &Reader,
    id: Uuid,
) -> Result<Option<NotificationRow>> {
    let mut sql = Sql::new(&format!(
        "SELECT {} FROM notification n WHERE n.id = ",
        columns::<notification::Entity>("n")
    ));
    sql.bind(id).push(" AND ").append(&reader.sees());
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    Ok(row
        .map(|row| NotificationRow::from_query_result(&row, ""))
        .transpose()?)
}

/// Tells a person of something, unless it was told of its cause; whether it was not.
pub(super) async fn notification_insert(tx: &Tx, row: &NotificationRow) -> Result<bool> {
    let mut sql = Sql::new("INSERT INTO notification (id, person_id, kind, lead_id, object_kind, object_id, cause, ");
    sql.push("created_at, mail) VALUES (").bind(row.id);
    sql.push(", ").bind(row.person_id);
    sql.push(", ").bind(row.kind.as_str());
    sql.push(", ").bind(row.lead_id);
    sql.push(", ").bind(row.object_kind.as_str());
    sql.push(", ").bind(row.object_id);
    sql.push(", ").bind(row.cause.as_str());
    sql.push(", ").bind(row.created_at);
    sql.push(", ").bind(row.mail.clone()).push(") ON CONFLICT DO NOTHING");
    let inserted = tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(inserted.rows_affected() == 1)
}

/// Marks what a person has not read, of one notification or of all that it sees, and says of how many.
pub(super) async fn mark_read(tx: &Tx, reader: &Reader, only: Option<Uuid>) -> Result<u64> {
    let mut sql = Sql::new("UPDATE notification SET read_at = ");
    sql.bind(micros(tx.now()))
        .push(" WHERE read_at IS NULL AND id IN (SELECT n.id FROM notification n WHERE ")
        .append(&reader.sees());
    if let Some(id) = only {
        sql.push(" AND n.id = ").bind(id);
    }
    sql.push(")");
    let marked = tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(marked.rows_affected())
}

/// Puts a notification away, read; whether it was not yet.
pub(super) async fn archive(tx: &Tx, id: Uuid) -> Result<bool> {
    let now = micros(tx.now());
    let mut sql = Sql::new("UPDATE notification SET archived_at = ");
    sql.bind(now).push(", read_at = COALESCE(read_at, ").bind(now);
    sql.push(") WHERE archived_at IS NULL AND id = ").bind(id);
    let archived = tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(archived.rows_affected() == 1)
}

/// What people said of how they want to be told.
pub(super) async fn preferences(
    connection: &impl ConnectionTrait,
    people: &[Uuid],
) -> Result<HashMap<(Uuid, NotificationKind), Said>> {
    let rows = notification_preference::Entity::find()
        .filter(notification_preference::Column::PersonId.is_in(people.iter().copied()));
    let rows = rows.all(connection).await?;
    rows.into_iter()
        .map(|row| {
            let said = Said {
                wanted: row.wanted,
                channel: row.channel.as_deref().map(code).transpose()?,
            };
            Ok(((row.person_id, code(&row.kind)?), said))
        })
        .collect()
}

/// Those who said that they want to be told of a kind, of an organisation and of the agents that act for it.
pub(super) async fn wanting(
    connection: &impl ConnectionTrait,
    kind: NotificationKind,
    organization: Uuid,
) -> Result<Vec<Uuid>> {
    let mut sql = Sql::new(
        "SELECT w.person_id FROM notification_preference w JOIN person p ON p.id = w.person_id \
         WHERE (w.channel IS NULL OR w.channel <> 'NONE') AND w.kind = ",
    );
    sql.bind(kind.code()).push(" AND w.wanted = ").bind(true);
    sql.push(" AND (p.organization_id = ").bind(organization);
    sql.push(
        " OR p.organization_id IN (SELECT poa.agent_id FROM power_of_attorney poa \
         WHERE poa.state = 'VERIFIED' AND poa.principal_id = ",
    );
    sql.bind(organization).push("))");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter().map(|row| Ok(row.try_get("", "person_id")?)).collect()
}

/// Keeps how a person wants to be told of something; whether at all, for older versions, too.
pub(super) async fn preference_save(tx: &Tx, person: Uuid, kind: NotificationKind, channel: Channel) -> Result<()> {
    let wanted = channel != Channel::None;
    let mut sql = Sql::new("INSERT INTO notification_preference (person_id, kind, wanted, channel) VALUES (");
    sql.bind(person).push(", ").bind(kind.code());
    sql.push(", ").bind(wanted).push(", ").bind(channel.code());
    sql.push(") ON CONFLICT (person_id, kind) DO UPDATE SET wanted = excluded.wanted, channel = excluded.channel");
    tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(())
}

/// Forgets what a person said of how it wants to be told; of how many kinds it did.
pub(super) async fn preferences_forget(tx: &Tx, person: Uuid) -> Result<u64> {
    let gone = notification_preference::Entity::delete_many()
        .filter(notification_preference::Column::PersonId.eq(person))
        .exec(tx.connection())
        .await?;
    Ok(gone.rows_affected)
}

/// Up to which event people were told.
pub(super) async fn cursor(connection: &impl ConnectionTrait) -> Result<i64> {
    let row = notification_cursor::Entity::find_by_id(1).one(connection).await?;
    Ok(row.map_or(0, |row| row.position))
}

/// Moves on from one event to another; false where somebody else did.
pub(super) async fn cursor_advance(tx: &Tx, from: i64, to: i64) -> Result<bool> {
    let mut sql = Sql::new("UPDATE notification_cursor SET position = ");
    sql.bind(to).push(" WHERE id = 1 AND position = ").bind(from);
    let moved = tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(moved.rows_affected() == 1)
}

/// Forgets what people were told of before a moment.
pub(super) async fn forget(connection: &impl ConnectionTrait, before: i64) -> Result<u64> {
    let gone = notification::Entity::delete_many()
        .filter(notification::Column::CreatedAt.lt(before))
        .exec(connection)
        .await?;
    Ok(gone.rows_affected)
}
