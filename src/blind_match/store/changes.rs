//! Writing matches and what is said to them.

use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QuerySelect as _, sea_query::Expr,
};
use uuid::Uuid;

use crate::{
    blind_match::rules::{Choice, Common, Side},
    platform::{
        clock::{micros, timestamp},
        db::{LockRows as _, Sql, Tx, code},
        error::{ApiError, ErrorCode, Result},
    },
};
use entity::{blind_match, blind_match_lead, blind_match_side};

/// A match to be.
#[derive(Debug)]
pub(crate) struct NewMatch<'a> {
    pub(crate) id: Uuid,
    pub(crate) hash: &'a str,
    /// The organisations, in the order of their ids.
    pub(crate) pair: (Uuid, Uuid),
    /// By which each of them will know it.
    pub(crate) sides: [Uuid; 2],
    pub(crate) common: &'a Common,
}

/// Inserts a match with both of its sides and the leads behind them.
pub(crate) async fn match_insert(tx: &Tx, new: &NewMatch<'_>) -> Result<()> {
    let now = micros(tx.now());
    let row = blind_match::ActiveModel {
        id: Set(new.id),
        hash: Set(new.hash.to_owned()),
        first_id: Set(new.pair.0),
        second_id: Set(new.pair.1),
        kind: Set(<&str>::from(new.common.kind).to_owned()),
        strength: Set(<&str>::from(new.common.strength).to_owned()),
        extent: Set(<&str>::from(new.common.extent).to_owned()),
        signalled_at: Set(now),
        opened_at: Set(None),
        group_id: Set(None),
        retired_at: Set(None),
    };
    blind_match::Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await?;
    let sides = [(new.sides[0], new.pair.0), (new.sides[1], new.pair.1)];
    let rows = sides
        .into_iter()
        .map(|(id, organization)| blind_match_side::ActiveModel {
            id: Set(id),
            match_id: Set(new.id),
            organization_id: Set(organization),
            signalled_at: Set(now),
            choice: Set(choice(Choice::Unsaid)),
            chosen_at: Set(0),
            proposed_by: Set(None),
            agreed_by: Set(None),
            note: Set(None),
            version: Set(1),
        });
    blind_match_side::Entity::insert_many(rows)
        .exec_without_returning(tx.connection())
        .await?;
    for (side, leads) in new.sides.iter().zip(&new.common.leads) {
        leads_put(tx, *side, leads).await?;
    }
    Ok(())
}

fn choice(choice: Choice) -> String {
    <&str>::from(choice).to_owned()
}

/// The own leads behind a side, in order.
pub(crate) async fn leads_behind(connection: &impl ConnectionTrait, side: Uuid) -> Result<Vec<Uuid>> {
    let rows = blind_match_lead::Entity::find()
        .select_only()
        .column(blind_match_lead::Column::LeadId)
        .filter(blind_match_lead::Column::SideId.eq(side))
        .into_tuple();
    let mut leads: Vec<Uuid> = rows.all(connection).await?;
    leads.sort_unstable();
    Ok(leads)
}

/// Makes these the leads behind a side.
pub(crate) async fn leads_put(tx: &Tx, side: Uuid, leads: &[Uuid]) -> Result<()> {
    let before = leads_behind(tx.connection(), side).await?;
    let gone: Vec<Uuid> = before.iter().copied().filter(|lead| !leads.contains(lead)).collect();
    if !gone.is_empty() {
        blind_match_lead::Entity::delete_many()
            .filter(blind_match_lead::Column::SideId.eq(side))
            .filter(blind_match_lead::Column::LeadId.is_in(gone))
            .exec(tx.connection())
            .await?;
    }
    let new: Vec<Uuid> = leads.iter().copied().filter(|lead| !before.contains(lead)).collect();
    if new.is_empty() {
        return Ok(());
    }
    let rows = new.into_iter().map(|lead| blind_match_lead::ActiveModel {
        side_id: Set(side),
        lead_id: Set(lead),
    });
    blind_match_lead::Entity::insert_many(rows)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Shows a match again that was shown to nobody.
pub(crate) async fn match_revive(tx: &Tx, id: Uuid) -> Result<()> {
    blind_match::Entity::update_many()
        .col_expr(blind_match::Column::RetiredAt, Expr::value(None::<i64>))
        .filter(blind_match::Column::Id.eq(id))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Shows a match to nobody any more, unless contact was opened. What was wished for is not wished for if it ever comes
/// again; that somebody did not want contact stays said.
pub(crate) async fn match_retire(tx: &Tx, id: Uuid, sides: [Uuid; 2]) -> Result<()> {
    let retired = blind_match::Entity::update_many()
        .col_expr(blind_match::Column::RetiredAt, Expr::value(Some(micros(tx.now()))))
        .filter(blind_match::Column::Id.eq(id))
        .filter(blind_match::Column::OpenedAt.is_null())
        .exec(tx.connection())
        .await?;
    if retired.rows_affected != 1 {
        return Ok(());
    }
    blind_match_lead::Entity::delete_many()
        .filter(blind_match_lead::Column::SideId.is_in(sides))
        .exec(tx.connection())
        .await?;
    let mut sql = Sql::new("UPDATE blind_match_side SET choice = 'UNSAID', chosen_at = 0, proposed_by = NULL, ");
    sql.push("agreed_by = NULL, note = NULL, version = version + 1 WHERE choice <> 'DECLINED' AND match_id = ")
        .bind(id);
    tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(())
}

/// Locks a match until the transaction ends: both sides answer one after the other.
///
/// # Errors
/// `NOT_FOUND` where there is none.
pub(crate) async fn match_lock(tx: &Tx, id: Uuid) -> Result<()> {
    let row = blind_match::Entity::find_by_id(id)
        .locked()
        .one(tx.connection())
        .await?;
    row.map(drop).ok_or_else(ApiError::not_found)
}

/// Notes that both want contact.
pub(crate) async fn match_open(tx: &Tx, id: Uuid) -> Result<()> {
    blind_match::Entity::update_many()
        .col_expr(blind_match::Column::OpenedAt, Expr::value(Some(micros(tx.now()))))
        .filter(blind_match::Column::Id.eq(id))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Notes which sharing group was made for the two.
pub(crate) async fn match_group(tx: &Tx, id: Uuid, group: Uuid) -> Result<()> {
    blind_match::Entity::update_many()
        .col_expr(blind_match::Column::GroupId, Expr::value(Some(group)))
        .filter(blind_match::Column::Id.eq(id))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Saves what an organisation says, if nobody of it changed that since; raises the version.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(crate) async fn side_save(tx: &Tx, side: &Side) -> Result<()> {
    use blind_match_side::Column;
    let saved = blind_match_side::Entity::update_many()
        .col_expr(Column::Choice, Expr::value(choice(side.choice)))
        .col_expr(Column::ChosenAt, Expr::value(micros(side.chosen_at)))
        .col_expr(Column::ProposedBy, Expr::value(side.proposed_by))
        .col_expr(Column::AgreedBy, Expr::value(side.agreed_by))
        .col_expr(Column::Note, Expr::value(side.note.clone()))
        .col_expr(Column::Version, Expr::value(side.version + 1))
        .filter(Column::Id.eq(side.id))
        .filter(Column::Version.eq(side.version))
        .exec(tx.connection())
        .await?;
    match saved.rows_affected {
        1 => Ok(()),
        _ => Err(ErrorCode::StaleVersion.into()),
    }
}

/// A side, whoever may see it: for those whom something about it may concern.
pub(crate) async fn side_by_id(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<Side>> {
    let found = blind_match_side::Entity::find_by_id(id).one(connection).await?;
    let side = |row: blind_match_side::Model| {
        Ok(Side {
            id: row.id,
            organization: row.organization_id,
            choice: code(&row.choice)?,
            chosen_at: timestamp(row.chosen_at),
            proposed_by: row.proposed_by,
            agreed_by: row.agreed_by,
            note: row.note,
            version: row.version,
        })
    };
    found.map(side).transpose()
}

/// How many matches an organisation was told of since a moment, also of those that hold no more.
pub(crate) async fn signals_since(tx: &Tx, organization: Uuid, since: i64) -> Result<u64> {
    Ok(blind_match_side::Entity::find()
        .filter(blind_match_side::Column::OrganizationId.eq(organization))
        .filter(blind_match_side::Column::SignalledAt.gt(since))
        .count(tx.connection())
        .await?)
}

/// In how many matches an organisation waits for the other one, where it has not since before `lapsed`.
pub(crate) async fn wishes_of(tx: &Tx, organization: Uuid, lapsed: i64) -> Result<u64> {
    let mut sql = Sql::new(
        "SELECT COUNT(*) AS found FROM blind_match_side s JOIN blind_match m ON m.id = s.match_id \
         WHERE m.opened_at IS NULL AND m.retired_at IS NULL AND s.choice = 'ACCEPTED' AND s.organization_id = ",
    );
    sql.bind(organization).push(" AND s.chosen_at > ").bind(lapsed);
    let row = tx.connection().query_one_raw(sql.statement(tx.backend())).await?;
    let found: i64 = row.map_or(Ok(0), |row| row.try_get("", "found"))?;
    Ok(found.unsigned_abs())
}

/// Says whether an owner lets a lead be compared, if that was not changed since `expected`; 0 where it never was.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(crate) async fn matching_save(tx: &Tx, lead: Uuid, opted_in: bool, by: Uuid, expected: i32) -> Result<()> {
    let now = micros(tx.now());
    let mut sql = Sql::default();
    if expected == 0 {
        sql.push("INSERT INTO blind_matching (lead_id, opted_in, changed_by, changed_at, version) VALUES (");
        sql.bind(lead).push(", ").bind(opted_in).push(", ").bind(by);
        sql.push(", ").bind(now).push(", 1) ON CONFLICT DO NOTHING");
    } else {
        sql.push("UPDATE blind_matching SET opted_in = ").bind(opted_in);
        sql.push(", changed_by = ").bind(by).push(", changed_at = ").bind(now);
        sql.push(", version = version + 1 WHERE lead_id = ").bind(lead);
        sql.push(" AND version = ").bind(expected);
    }
    let saved = tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    match saved.rows_affected() {
        1 => Ok(()),
        _ => Err(ErrorCode::StaleVersion.into()),
    }
}
