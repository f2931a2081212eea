//! The SQL of samples. A sample is seen through the audience of the piece of evidence that it is, or by who inspects it.

use jiff::Timestamp;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult as _,
    IntoActiveModel as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, sea_query::Expr,
};
use uuid::Uuid;

use super::rules::SampleDisposal;
use crate::{
    audience::{self, Kind, Sight},
    permissions::{Action, Viewer},
    platform::{
        clock::micros,
        db::{LockRows as _, Sql, Tx, by_ids, claim_version, columns, counted, page_of},
        error::{ApiError, Result},
        graphql::connection::{MAX_COUNT, Page, PageArgs},
    },
};
use entity::sample;

/// A sample's row.
pub type SampleRow = sample::Model;

/// What somebody sees of samples.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleSight {
    /// What it sees of evidence; nothing where the roles read no samples.
    pub evidence: Sight,
    /// Who looks.
    pub person: Uuid,
    /// Whether it reads samples by the evidence that they are.
    pub reads: bool,
    /// Whether it appraises, and so sees what it inspects.
    pub appraises: bool,
    /// Whether there is nobody who looks, but the service itself.
    pub everything: bool,
}

impl SampleSight {
    /// What `viewer` sees at `now`.
    #[must_use]
    pub fn of(viewer: &Viewer, now: Timestamp) -> Self {
        Self {
            evidence: Sight::of(viewer, Action::EvidenceRead, now),
            person: viewer.person,
            reads: viewer.has(Action::SampleRead) && viewer.has(Action::EvidenceRead),
            appraises: viewer.has(Action::AppraisalReport),
            everything: false,
        }
    }

    /// Without what is seen by inspecting it, where something of the evidence is asked.
    fn narrowed(&self, asks: bool) -> Self {
        Self {
            appraises: self.appraises && !asks,
            ..self.clone()
        }
    }

    /// The condition that it sees the sample whose id and piece of evidence stand in columns.
    fn condition(&self, id: &str, evidence: &str) -> Sql {
        if self.everything {
            return Sql::new("1 = 1");
        }
        let mut sql = Sql::new("(1 = 0");
        if self.reads {
            sql.push(" OR ")
                .append(&audience::meets(&self.evidence, Kind::Evidence, evidence));
        }
        if self.appraises {
            sql.push(&format!(
                " OR EXISTS (SELECT 1 FROM appraisal ap WHERE ap.sample_id = {id} AND ap.appraiser_id = "
            ))
            .bind(self.person)
            .push(")");
        }
        sql.push(")");
        sql
    }
}

/// Which samples to list; what is empty does not narrow the list.
#[derive(Debug, Clone, Default)]
pub struct SampleQuery {
    /// Of this purchase.
    pub purchase: Option<Uuid>,
    /// Of this lead.
    pub lead: Option<Uuid>,
    /// Which became one of these.
    pub disposals: Vec<SampleDisposal>,
    /// Whether somebody has said what became of them.
    pub disposed: Option<bool>,
    /// Whom they have to be in the hand of.
    pub holder: Option<Uuid>,
    /// Whether their time was over at this moment.
    pub ended: Option<(bool, i64)>,
    /// Whether they were drawn and wait.
    pub quality_due: Option<bool>,
}

fn wanted(sight: &SampleSight, query: &SampleQuery, what: &str) -> Sql {
    let mut sql = Sql::new(&format!("SELECT {what} FROM sample o WHERE "));
    // An appraiser cannot ask of which purchase or lead a sample is.
    let asks = query.purchase.is_some() || query.lead.is_some();
    sql.append(&sight.narrowed(asks).condition("o.id", "o.evidence_id"));
    if let Some(purchase) = query.purchase {
        sql.push(" AND o.purchase_id = ").bind(purchase);
    }
    if let Some(lead) = query.lead {
        sql.push(" AND o.lead_id = ").bind(lead);
    }
    if !query.disposals.is_empty() {
        sql.push(" AND o.disposal")
            .among(query.disposals.iter().map(|one| one.code()));
    }
    if let Some(disposed) = query.disposed {
        sql.push(if disposed {
            " AND o.disposal IS NOT NULL"
        } else {
            " AND o.disposal IS NULL"
        });
    }
    if let Some(person) = query.holder {
        sql.push(" AND EXISTS (SELECT 1 FROM evidence_item ei WHERE ei.id = o.evidence_id AND ei.holder_id = ")
            .bind(person)
            .push(")");
    }
    if let Some((ended, now)) = query.ended {
        sql.push(match ended {
            true => " AND o.retained_until <= ",
            false => " AND o.retained_until > ",
        })
        .bind(now);
    }
    if let Some(due) = query.quality_due {
        sql.push(" AND o.quality_due = ").bind(due);
    }
    sql
}

/// A page of the samples that the sight meets, the latest first.
pub(super) async fn sample_page(
    connection: &impl ConnectionTrait,
    sight: &SampleSight,
    query: &SampleQuery,
    args: &PageArgs,
) -> Result<Page<SampleRow>> {
    let sql = wanted(sight, query, &columns::<sample::Entity>("o"));
    page_of::<SampleRow>(connection, sql, ("o.received_at", "o.id"), true, args, |row| {
        (row.received_at, row.id)
    })
    .await
}

/// How many those are.
pub(super) async fn sample_count(
    connection: &impl ConnectionTrait,
    sight: &SampleSight,
    query: &SampleQuery,
) -> Result<u64> {
    counted(connection, &wanted(sight, query, "1"), MAX_COUNT + 1).await
}

/// The samples that the sight meets by a column's values, in the order of their receipt.
async fn seen_by(
    connection: &impl ConnectionTrait,
    sight: &SampleSight,
    column: &'static str,
    ids: &[Uuid],
) -> Result<Vec<SampleRow>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sight = sight.narrowed(column != "id");
    let mut sql = wanted(&sight, &SampleQuery::default(), &columns::<sample::Entity>("o"));
    sql.push(&format!(" AND o.{column}")).among(ids.iter().copied());
    sql.push(" ORDER BY o.received_at, o.purchase_id, o.number");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let read = |row| Ok(SampleRow::from_query_result(row, "")?);
    rows.iter().map(read).collect()
}

/// The samples with these ids that the sight meets.
pub(super) async fn samples_seen(
    connection: &impl ConnectionTrait,
    sight: &SampleSight,
    ids: &[Uuid],
) -> Result<Vec<SampleRow>> {
    seen_by(connection, sight, "id", ids).await
}

/// Those of some purchases.
pub(super) async fn samples_of_purchases_seen(
    connection: &impl ConnectionTrait,
    sight: &SampleSight,
    purchases: &[Uuid],
) -> Result<Vec<SampleRow>> {
    seen_by(connection, sight, "purchase_id", purchases).await
}

/// Those of some leads.
pub(super) async fn samples_of_leads_seen(
    connection: &impl ConnectionTrait,
    sight: &SampleSight,
    leads: &[Uuid],
) -> Result<Vec<SampleRow>> {
    seen_by(connection, sight, "lead_id", leads).await
}

/// Those that some pieces of evidence are.
pub(super) async fn samples_of_evidence_seen(
    connection: &impl ConnectionTrait,
    sight: &SampleSight,
    evidence: &[Uuid],
) -> Result<Vec<SampleRow>> {
    seen_by(connection, sight, "evidence_id", evidence).await
}

/// The condition that the sight meets the sample whose id stands in a column.
pub(super) fn seen(sight: &SampleSight, id: &str) -> Sql {
    let mut sql = Sql::new(&format!("EXISTS (SELECT 1 FROM sample sa WHERE sa.id = {id} AND "));
    sql.append(&sight.condition("sa.id", "sa.evidence_id")).push(")");
    sql
}

/// Samples by their ids, whoever may see them.
pub(super) async fn samples_by_ids(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<SampleRow>> {
    by_ids::<sample::Entity>(connection, ids).await
}

/// The samples of a lead, whoever may see them.
pub(super) async fn samples_of_lead(connection: &impl ConnectionTrait, lead: Uuid) -> Result<Vec<SampleRow>> {
    let found = sample::Entity::find().filter(sample::Column::LeadId.eq(lead));
    Ok(found.all(connection).await?)
}

/// The samples of some purchases, by purchase and number, whoever may see them.
pub(super) async fn samples_of_purchases(
    connection: &impl ConnectionTrait,
    purchases: &[Uuid],
) -> Result<Vec<SampleRow>> {
    Ok(sample::Entity::find()
        .filter(sample::Column::PurchaseId.is_in(purchases.iter().copied()))
        .order_by_asc(sample::Column::PurchaseId)
        .order_by_asc(sample::Column::Number)
        .all(connection)
        .await?)
}

/// A sample that nobody else changes until the transaction ends.
///
/// # Errors
/// `NOT_FOUND`; nobody waits for what is not visible.
pub(super) async fn sample_lock(tx: &Tx, sight: &SampleSight, id: Uuid) -> Result<SampleRow> {
    if samples_seen(tx.connection(), sight, &[id]).await?.is_empty() {
        return Err(ApiError::not_found());
    }
    sample::Entity::find_by_id(id)
        .locked()
        .one(tx.connection())
        .await?
        .ok_or_else(ApiError::not_found)
}

/// Keeps a new sample.
pub(super) async fn sample_insert(tx: &Tx, row: SampleRow) -> Result<()> {
    sample::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves a sample if nobody changed it since it was read; raises its version.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(super) async fn sample_save(tx: &Tx, mut row: SampleRow) -> Result<SampleRow> {
    use sample::Column;
    claim_version::<sample::Entity>(tx, (Column::Id, row.id), (Column::Version, row.version)).await?;
    row.version += 1;
    Ok(row.into_active_model().reset_all().update(tx.connection()).await?)
}

/// Says whether a sample waits for its second, blind inspection.
pub(super) async fn quality_note(tx: &Tx, id: Uuid, due: bool) -> Result<()> {
    sample::Entity::update_many()
        .col_expr(sample::Column::QualityDue, Expr::value(due))
        .filter(sample::Column::Id.eq(id))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Up to `most` samples that are kept, whose time is over, and of which nobody was told: those for longest first.
pub(super) async fn retention_over(connection: &impl ConnectionTrait, now: i64, most: u64) -> Result<Vec<SampleRow>> {
    Ok(sample::Entity::find()
        .filter(sample::Column::Disposal.eq(SampleDisposal::Retained.code()))
        .filter(sample::Column::RetainedUntil.lte(now))
        .filter(sample::Column::RetentionToldAt.is_null())
        .order_by_asc(sample::Column::RetainedUntil)
        .limit(most)
        .all(connection)
        .await?)
}

/// Notes that people are told of it; false where somebody else did.
pub(super) async fn retention_tell(tx: &Tx, id: Uuid) -> Result<bool> {
    let told = sample::Entity::update_many()
        .col_expr(sample::Column::RetentionToldAt, Expr::value(micros(tx.now())))
        .filter(sample::Column::Id.eq(id))
        .filter(sample::Column::RetentionToldAt.is_null())
        .exec(tx.connection())
        .await?;
    Ok(told.rows_affected == 1)
}
