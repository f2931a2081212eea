//! What test purchases come to.

use std::collections::BTreeSet;

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::{
    platform::{
        db::{Sql, code},
        error::Result,
    },
    purchases::rules::PurchaseState,
};

/// What is counted of a purchase.
#[derive(Debug, Clone)]
pub(crate) struct Counted {
    pub(crate) id: Uuid,
    pub(crate) state: PurchaseState,
    pub(crate) organization: Uuid,
    pub(crate) by_member: bool,
    pub(crate) currency: String,
}

/// The purchases that were asked for within a time, of an organisation and of a programme where these are named.
pub(crate) async fn counted_of(
    connection: &impl ConnectionTrait,
    (from, until): (i64, i64),
    organization: Option<Uuid>,
    program: Option<Uuid>,
) -> Result<Vec<Counted>> {
    let mut sql = Sql::new(
        "SELECT p.id, p.state, p.organization_id, p.initiator, p.currency FROM purchase p WHERE p.requested_at >= ",
    );
    sql.bind(from).push(" AND p.requested_at < ").bind(until);
    for (column, value) in [("organization_id", organization), ("program_id", program)] {
        if let Some(value) = value {
            sql.push(&format!(" AND p.{column} = ")).bind(value);
        }
    }
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let counted = |row: &sea_orm::QueryResult| {
        let (state, initiator): (String, String) = (row.try_get("", "state")?, row.try_get("", "initiator")?);
        Ok(Counted {
            id: row.try_get("", "id")?,
            state: code(&state)?,
            organization: row.try_get("", "organization_id")?,
            by_member: initiator == "MEMBER",
            currency: row.try_get("", "currency")?,
        })
    };
    rows.iter().map(counted).collect()
}

/// The active members: brands' owners and associations; those whom a programme names where it names any.
pub(crate) async fn eligible(connection: &impl ConnectionTrait, program: Option<Uuid>) -> Result<BTreeSet<Uuid>> {
    let mut sql = Sql::new(
        "SELECT o.id FROM organization o WHERE o.state = 'ACTIVE' AND o.kind IN ('MEMBER_BRAND', 'ASSOCIATION')",
    );
    if let Some(program) = program {
        sql.push(" AND EXISTS (SELECT 1 FROM purchase_program g WHERE g.id = ")
            .bind(program)
            .push(" AND (g.open OR EXISTS (SELECT 1 FROM purchase_program_member x WHERE x.program_id = g.id ")
            .push("AND x.organization_id = o.id)))");
    }
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter().map(|row| Ok(row.try_get("", "id")?)).collect()
}
