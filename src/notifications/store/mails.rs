//! What people are told of by mail, too.

use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryResult, sea_query::Expr};
use uuid::Uuid;

use super::Reader;
use crate::{
    audience::{self, Kind},
    notifications::rules::{Channel, NotificationKind},
    permissions::audience::{HandlingCode, Tlp},
    platform::{
        db::{Sql, Tx, code},
        error::Result,
    },
};
use entity::{notification, notification_preference};

/// Which notifications a mail is to tell of.
#[derive(Debug, Clone, Copy)]
pub(in crate::notifications) struct Due {
    /// Those that go by this channel.
    pub(in crate::notifications) channel: Channel,
    /// The mail that tells of them.
    pub(in crate::notifications) mail: Uuid,
    /// Only what came from this moment on, microseconds.
    pub(in crate::notifications) since: i64,
    /// Most of them.
    pub(in crate::notifications) limit: u64,
}

/// A lead as far as a mail may need to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::notifications) struct LeadShown {
    pub(in crate::notifications) reference: String,
    pub(in crate::notifications) tlp: Tlp,
    pub(in crate::notifications) handling_code: HandlingCode,
}

/// A notification that a mail is to tell of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::notifications) struct DueRow {
    pub(in crate::notifications) id: Uuid,
    pub(in crate::notifications) kind: NotificationKind,
    /// The lead it is about; `None` where it is about none, or the reader does not see it.
    pub(in crate::notifications) lead: Option<LeadShown>,
}

/// What is to be told by a mail of what the reader sees at this moment and has not read in the portal, the first one first. What a
/// mail told that did not arrive, or perhaps did not, is told again.
pub(in crate::notifications) async fn due(
    connection: &impl ConnectionTrait,
    reader: &Reader,
    due: Due,
) -> Result<Vec<DueRow>> {
    let mut sql = Sql::new(
        "SELECT n.id, n.kind, l.reference, l.tlp, l.handling_code FROM notification n \
         LEFT JOIN lead l ON l.id = n.lead_id AND ",
    );
    sql.append(&audience::meets(&reader.sight, Kind::Lead, "l.id"))
        .push(" WHERE n.mail = ")
        .bind(due.channel.code())
        .push(" AND n.created_at >= ")
        .bind(due.since)
        .push(" AND n.read_at IS NULL AND n.archived_at IS NULL AND (n.told_in IS NULL OR n.told_in = ")
        .bind(due.mail)
        .push(
            " OR EXISTS (SELECT 1 FROM mail m WHERE m.id = n.told_in \
             AND m.state IN ('QUEUED', 'EMPTY', 'FAILED', 'LAPSED', 'UNKNOWN'))) AND ",
        )
        .append(&reader.sees())
        .push(&format!(" ORDER BY n.created_at, n.id LIMIT {}", due.limit));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter().map(read).collect()
}

fn read(row: &QueryResult) -> Result<DueRow> {
    let reference: Option<String> = row.try_get("", "reference")?;
    let lead = match reference {
        Some(reference) => Some(LeadShown {
            reference,
            tlp: code(&row.try_get::<String>("", "tlp")?)?,
            handling_code: code(&row.try_get::<String>("", "handling_code")?)?,
        }),
        None => None,
    };
    Ok(DueRow {
        id: row.try_get("", "id")?,
        kind: code(&row.try_get::<String>("", "kind")?)?,
        lead,
    })
}

/// Remembers which mail tells of these.
pub(in crate::notifications) async fn told(connection: &impl ConnectionTrait, mail: Uuid, ids: &[Uuid]) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    notification::Entity::update_many()
        .col_expr(notification::Column::ToldIn, Expr::value(mail))
        .filter(notification::Column::Id.is_in(ids.iter().copied()))
        .exec(connection)
        .await?;
    Ok(())
}

/// Has a person told in the portal alone of whatever it is told of by mail, from now on and of what waits; whether there was such.
pub(in crate::notifications) async fn keep_to_portal(tx: &Tx, person: Uuid) -> Result<bool> {
    let mails = [Channel::Digest, Channel::Mail].map(Channel::code);
    let changed = notification_preference::Entity::update_many()
        .col_expr(
            notification_preference::Column::Channel,
            Expr::value(Channel::Portal.code()),
        )
        .filter(notification_preference::Column::PersonId.eq(person))
        .filter(notification_preference::Column::Channel.is_in(mails))
        .exec(tx.connection())
        .await?;
    let waiting = notification::Entity::update_many()
        .col_expr(notification::Column::Mail, Expr::value(Option::<String>::None))
        .filter(notification::Column::PersonId.eq(person))
        .filter(notification::Column::Mail.is_in(mails))
        .exec(tx.connection())
        .await?;
    Ok(changed.rows_affected + waiting.rows_affected > 0)
}
