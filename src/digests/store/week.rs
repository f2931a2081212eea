//! The week's numbers.

use jiff::Timestamp;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::OPEN;
use crate::{
    audience::{self, Kind, Sight},
    digests::rules::Numbers,
    permissions::{Action, Scope, Viewer},
    platform::{clock::micros, db::Sql, error::Result},
};

/// What a week came to for a viewer: only what the sight meets is counted.
pub(in crate::digests) async fn numbers(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    viewer: &Viewer,
    recipients: &[Uuid],
    (from, to): (Timestamp, Timestamp),
) -> Result<Numbers> {
    let of = Of {
        sight,
        recipients,
        from: micros(from),
        to: micros(to),
    };
    let (answered, late) = two(connection, of.answered()).await?;
    let (open, overdue) = two(connection, of.open()).await?;
    let (pushed, _) = two(connection, of.pushed()).await?;
    let (came, _) = two(connection, of.came(viewer)).await?;
    Ok(Numbers {
        fresh: pushed + came,
        in_time: answered - late,
        late,
        open,
        overdue,
    })
}

async fn two(connection: &impl ConnectionTrait, sql: Sql) -> Result<(i64, i64)> {
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let Some(row) = row else { return Ok((0, 0)) };
    Ok((row.try_get("", "found")?, row.try_get("", "part")?))
}

/// Whose week, and when.
struct Of<'a> {
    sight: &'a Sight,
    recipients: &'a [Uuid],
    from: i64,
    to: i64,
}

impl Of<'_> {
    /// Deliveries to the recipients that meet the sight: how many, and how many of them are `part`.
    fn deliveries(&self, found: &str, part: &Sql) -> Sql {
        let mut sql = Sql::new(&format!("SELECT COUNT({found}) AS found, COALESCE(SUM(CASE WHEN "));
        sql.append(part)
            .push(
                " THEN 1 ELSE 0 END), 0) AS part FROM delivery d JOIN lead l ON l.id = d.lead_id WHERE d.recipient_id",
            )
            .among(self.recipients.iter().copied())
            .push(" AND ")
            .append(&audience::meets(self.sight, Kind::Delivery, "d.id"))
            .push(" AND ")
            .append(&audience::meets(self.sight, Kind::Lead, "l.id"));
        sql
    }

    fn within(&self, column: &str) -> Sql {
        let mut sql = Sql::new(&format!("{column} >= "));
        sql.bind(self.from).push(&format!(" AND {column} < ")).bind(self.to);
        sql
    }

    fn answered(&self) -> Sql {
        let mut sql = self.deliveries("*", &Sql::new("d.late"));
        sql.push(" AND ").append(&self.within("d.answered_at"));
        sql
    }

    fn open(&self) -> Sql {
        let mut late = Sql::new("d.due_at <= ");
        late.bind(self.sight.now);
        let mut sql = self.deliveries("*", &late);
        sql.push(" AND d.state IN ").push(OPEN);
        sql
    }

    fn pushed(&self) -> Sql {
        let mut sql = self.deliveries("DISTINCT d.lead_id", &Sql::new("d.late"));
        sql.push(" AND ").append(&self.within("d.pushed_at"));
        sql
    }

    /// Leads of others that came otherwise. Who triages all of them meets one when it is submitted, the others when it is
    /// shared; being shared with somebody else later is nothing that they learn of.
    fn came(&self, viewer: &Viewer) -> Sql {
        let moment = match viewer.scope(Action::LeadTriage) {
            Scope::All => "l.submitted_at",
            Scope::No | Scope::Named | Scope::Brand | Scope::Own | Scope::Principal | Scope::Shared => {
                "COALESCE(l.shared_at, l.submitted_at)"
            }
        };
        let mut sql = Sql::new(
            "SELECT COUNT(*) AS found, COALESCE(SUM(0), 0) AS part FROM lead l WHERE l.id IN (SELECT t.lead_id FROM \
             timeline_entry t WHERE t.kind IN ('SUBMITTED', 'SHARED') AND ",
        );
        sql.append(&self.within("t.at"))
            .push(") AND l.owner_id <> ")
            .bind(viewer.organization)
            .push(" AND ")
            .append(&self.within(moment))
            .push(" AND ")
            .append(&audience::meets(self.sight, Kind::Lead, "l.id"))
            .push(" AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.lead_id = l.id AND d.recipient_id")
            .among(self.recipients.iter().copied())
            .push(")");
        sql
    }
}
