//! The SQL of appraisals. An appraisal is seen by its appraiser, and by who reads appraisals of the organisation whose purchase
//! it is and sees the piece of evidence that the sample is.

mod figures;
mod reports;

use jiff::Timestamp;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult as _,
    IntoActiveModel as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, sea_query::Expr,
};
use uuid::Uuid;

use super::rules::AppraisalState;
use crate::{
    audience::{self, Kind, Sight},
    permissions::{Action, Viewer},
    platform::{
        db::{LockRows as _, Sql, Tx, by_ids, claim_version, columns, counted, page_of},
        error::{ApiError, Result},
        graphql::connection::{MAX_COUNT, Page, PageArgs},
    },
    samples::rules::CaseSight,
};
use entity::appraisal;

pub(super) use figures::figures;
pub(super) use reports::{
    PhotoRow, PolicyRow, ReportRow, photo_find, photo_insert, photos_of, policies_by_ids, policy_save, report_insert,
    reports_of,
};

/// An appraisal's row.
pub(super) type AppraisalRow = appraisal::Model;

/// What somebody sees of appraisals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct AppraisalSight {
    /// What it sees of evidence.
    pub(super) evidence: Sight,
    /// Whose purchases it reads appraisals of.
    pub(super) cases: CaseSight,
    /// Who looks.
    pub(super) person: Uuid,
    /// Whether it appraises, and so sees its own.
    pub(super) appraises: bool,
}

impl AppraisalSight {
    /// What `viewer` sees at `now`.
    pub(super) fn of(viewer: &Viewer, now: Timestamp) -> Self {
        Self {
            evidence: Sight::of(viewer, Action::EvidenceRead, now),
            cases: CaseSight::of(viewer, Action::AppraisalRead, now),
            person: viewer.person,
            appraises: viewer.has(Action::AppraisalReport),
        }
    }

    /// The condition that it sees a row of an alias.
    fn condition(&self, row: &str) -> Sql {
        let mut sql = Sql::new("((");
        sql.append(&self.reads(row))
            .push(" AND ")
            .append(&audience::meets(
                &self.evidence,
                Kind::Evidence,
                &format!("{row}.evidence_id"),
            ))
            .push(")");
        if self.appraises {
            sql.push(&format!(" OR {row}.appraiser_id = ")).bind(self.person);
        }
        sql.push(")");
        sql
    }

    fn reads(&self, row: &str) -> Sql {
        if self.cases.all {
            return Sql::new("1 = 1");
        }
        let mut sql = Sql::new("(1 = 0");
        for (organization, brands) in &self.cases.organizations {
            sql.push(&format!(" OR ({row}.organization_id = ")).bind(*organization);
            if let Some(brands) = brands {
                sql.push(&format!(" AND {row}.brand_id")).among(brands.iter().copied());
            }
            sql.push(")");
        }
        sql.push(")");
        sql
    }
}

/// Which appraisals to list; what is empty does not narrow the list.
#[derive(Debug, Clone, Default)]
pub(super) struct AppraisalQuery {
    pub(super) appraiser: Option<Uuid>,
    pub(super) states: Vec<AppraisalState>,
    pub(super) organization: Option<Uuid>,
    /// Whether the report is late at this moment.
    pub(super) overdue: Option<(bool, i64)>,
    pub(super) lead: Option<Uuid>,
    pub(super) purchase: Option<Uuid>,
    pub(super) sample: Option<Uuid>,
}

/// What an appraiser who inspects blindly may not narrow its list by: else it could ask of which lead it is.
fn hidden(sql: &mut Sql, sight: &AppraisalSight) {
    sql.push(" AND NOT (o.blind AND o.appraiser_id = ")
        .bind(sight.person)
        .push(")");
}

fn wanted(sight: &AppraisalSight, query: &AppraisalQuery, what: &str) -> Sql {
    let mut sql = Sql::new(&format!("SELECT {what} FROM appraisal o WHERE "));
    sql.append(&sight.condition("o"));
    if let Some(person) = query.appraiser {
        sql.push(" AND o.appraiser_id = ").bind(person);
    }
    if !query.states.is_empty() {
        sql.push(" AND o.state")
            .among(query.states.iter().map(|state| state.code()));
    }
    let columns = [
        ("organization_id", query.organization),
        ("lead_id", query.lead),
        ("purchase_id", query.purchase),
    ];
    for (column, value) in columns {
        if let Some(value) = value {
            sql.push(&format!(" AND o.{column} = ")).bind(value);
            hidden(&mut sql, sight);
        }
    }
    if let Some(sample) = query.sample {
        sql.push(" AND o.sample_id = ").bind(sample);
    }
    if let Some((overdue, now)) = query.overdue {
        let negated = if overdue { "" } else { "NOT " };
        sql.push(&format!(
            " AND {negated}(o.state IN ('ORDERED', 'TAKEN_UP', 'IN_PROGRESS') AND o.due_at <= "
        ))
        .bind(now)
        .push(")");
    }
    sql
}

/// A page of the appraisals that the sight meets, the latest first.
pub(super) async fn appraisal_page(
    connection: &impl ConnectionTrait,
    sight: &AppraisalSight,
    query: &AppraisalQuery,
    args: &PageArgs,
) -> Result<Page<AppraisalRow>> {
    let sql = wanted(sight, query, &columns::<appraisal::Entity>("o"));
    page_of::<AppraisalRow>(connection, sql, ("o.ordered_at", "o.id"), true, args, |row| {
        (row.ordered_at, row.id)
    })
    .await
}

/// How many those are.
pub(super) async fn appraisal_count(
    connection: &impl ConnectionTrait,
    sight: &AppraisalSight,
    query: &AppraisalQuery,
) -> Result<u64> {
    counted(connection, &wanted(sight, query, "1"), MAX_COUNT + 1).await
}

/// The appraisals that the sight meets by a column's values, by sample and round.
async fn seen_by(
    connection: &impl ConnectionTrait,
    sight: &AppraisalSight,
    column: &'static str,
    ids: &[Uuid],
) -> Result<Vec<AppraisalRow>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = wanted(sight, &AppraisalQuery::default(), &columns::<appraisal::Entity>("o"));
    sql.push(&format!(" AND o.{column}")).among(ids.iter().copied());
    sql.push(" ORDER BY o.sample_id, o.round");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let read = |row| Ok(AppraisalRow::from_query_result(row, "")?);
    rows.iter().map(read).collect()
}

/// The appraisals with these ids that the sight meets.
pub(super) async fn appraisals_seen(
    connection: &impl ConnectionTrait,
    sight: &AppraisalSight,
    ids: &[Uuid],
) -> Result<Vec<AppraisalRow>> {
    seen_by(connection, sight, "id", ids).await
}

/// Those of some samples.
pub(super) async fn appraisals_of_samples_seen(
    connection: &impl ConnectionTrait,
    sight: &AppraisalSight,
    samples: &[Uuid],
) -> Result<Vec<AppraisalRow>> {
    seen_by(connection, sight, "sample_id", samples).await
}

/// The condition that the sight meets the appraisal whose id stands in a column.
pub(super) fn seen(sight: &AppraisalSight, id: &str) -> Sql {
    let mut sql = Sql::new(&format!("EXISTS (SELECT 1 FROM appraisal ap WHERE ap.id = {id} AND "));
    sql.append(&sight.condition("ap")).push(")");
    sql
}

/// Appraisals by their ids, whoever may see them.
pub(super) async fn appraisals_by_ids(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<AppraisalRow>> {
    by_ids::<appraisal::Entity>(connection, ids).await
}

/// The appraisals of some samples, by sample and round, whoever may see them.
pub(super) async fn appraisals_of_samples(
    connection: &impl ConnectionTrait,
    samples: &[Uuid],
) -> Result<Vec<AppraisalRow>> {
    Ok(appraisal::Entity::find()
        .filter(appraisal::Column::SampleId.is_in(samples.iter().copied()))
        .order_by_asc(appraisal::Column::SampleId)
        .order_by_asc(appraisal::Column::Round)
        .all(connection)
        .await?)
}

/// Those of some purchases.
pub(super) async fn appraisals_of_purchases(
    connection: &impl ConnectionTrait,
    purchases: &[Uuid],
) -> Result<Vec<AppraisalRow>> {
    Ok(appraisal::Entity::find()
        .filter(appraisal::Column::PurchaseId.is_in(purchases.iter().copied()))
        .order_by_asc(appraisal::Column::SampleId)
        .order_by_asc(appraisal::Column::Round)
        .all(connection)
        .await?)
}

/// Those of some leads.
pub(super) async fn appraisals_of_leads(
    connection: &impl ConnectionTrait,
    leads: &[Uuid],
) -> Result<Vec<AppraisalRow>> {
    Ok(appraisal::Entity::find()
        .filter(appraisal::Column::LeadId.is_in(leads.iter().copied()))
        .order_by_asc(appraisal::Column::SampleId)
        .order_by_asc(appraisal::Column::Round)
        .all(connection)
        .await?)
}

/// An appraisal that the sight meets, and that nobody else changes until the transaction ends.
///
/// # Errors
/// `NOT_FOUND`; nobody waits for what is not visible.
pub(super) async fn appraisal_lock(tx: &Tx, sight: &AppraisalSight, id: Uuid) -> Result<AppraisalRow> {
    if appraisals_seen(tx.connection(), sight, &[id]).await?.is_empty() {
        return Err(ApiError::not_found());
    }
    appraisal::Entity::find_by_id(id)
        .locked()
        .one(tx.connection())
        .await?
        .ok_or_else(ApiError::not_found)
}

/// Keeps a new appraisal.
pub(super) async fn appraisal_insert(tx: &Tx, row: AppraisalRow) -> Result<()> {
    appraisal::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves an appraisal if nobody changed it since it was read; raises its version.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(super) async fn appraisal_save(tx: &Tx, mut row: AppraisalRow) -> Result<AppraisalRow> {
    use appraisal::Column;
    claim_version::<appraisal::Entity>(tx, (Column::Id, row.id), (Column::Version, row.version)).await?;
    row.version += 1;
    Ok(row.into_active_model().reset_all().update(tx.connection()).await?)
}

/// Up to `most` open appraisals that are due before a moment, and whose appraisers were told of less than this.
pub(super) async fn appraisals_due(
    connection: &impl ConnectionTrait,
    before: i64,
    reminded: i32,
    most: u64,
) -> Result<Vec<AppraisalRow>> {
    let open = [
        AppraisalState::Ordered,
        AppraisalState::TakenUp,
        AppraisalState::InProgress,
    ];
    Ok(appraisal::Entity::find()
        .filter(appraisal::Column::State.is_in(open.map(AppraisalState::code)))
        .filter(appraisal::Column::DueAt.lte(before))
        .filter(appraisal::Column::Reminded.lt(reminded))
        .order_by_asc(appraisal::Column::DueAt)
        .limit(most)
        .all(connection)
        .await?)
}

/// Notes that people are told; false where somebody else did.
pub(super) async fn remind(tx: &Tx, id: Uuid, reminded: i32) -> Result<bool> {
    let told = appraisal::Entity::update_many()
        .col_expr(appraisal::Column::Reminded, Expr::value(reminded))
        .filter(appraisal::Column::Id.eq(id))
        .filter(appraisal::Column::Reminded.lt(reminded))
        .exec(tx.connection())
        .await?;
    Ok(told.rows_affected == 1)
}
