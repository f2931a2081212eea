//! What became of each element of an imported file.

use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, Select, sea_query::OnConflict,
};
use uuid::Uuid;

use super::super::rules::{Element, Outcome, Reason, Verdict};
use crate::platform::{
    db::{Tx, code, json},
    error::{ApiError, Result},
    graphql::connection::{Page, PageArgs},
};
use entity::import_result;

/// Rows of one statement.
const AT_ONCE: usize = 500;

/// What became of an element.
#[derive(Debug, Clone)]
pub(crate) struct ResultRow {
    /// Its place in the file.
    pub(crate) position: i64,
    /// The element, as the dry run told it.
    pub(crate) element: Element,
    /// What became of its lead.
    pub(crate) outcome: Option<Outcome>,
    /// The lead.
    pub(crate) lead: Option<Uuid>,
}

/// An element and what became of it, to be kept.
pub(crate) struct NewResult<'a> {
    pub(crate) position: usize,
    pub(crate) element: &'a Element,
    pub(crate) outcome: Option<Outcome>,
    /// Why its lead was not made, where it was not.
    pub(crate) reason: Option<Reason>,
    pub(crate) lead: Option<Uuid>,
}

/// Which results a list is of.
#[derive(Debug, Clone, Default)]
pub(crate) struct ResultFilter {
    /// Only those that a lead is made of.
    pub(crate) heads: bool,
    /// Only these outcomes.
    pub(crate) outcomes: Vec<Outcome>,
    /// Only these verdicts.
    pub(crate) verdicts: Vec<Verdict>,
}

impl ResultFilter {
    fn select(&self, import: Uuid) -> Select<import_result::Entity> {
        let mut rows = import_result::Entity::find().filter(import_result::Column::ImportId.eq(import));
        if self.heads {
            rows = rows.filter(import_result::Column::IsHead.eq(true));
        }
        if !self.outcomes.is_empty() {
            let codes = self.outcomes.iter().map(|outcome| <&str>::from(*outcome));
            rows = rows.filter(import_result::Column::Outcome.is_in(codes));
        }
        if !self.verdicts.is_empty() {
            let codes = self.verdicts.iter().map(|verdict| <&str>::from(*verdict));
            rows = rows.filter(import_result::Column::Verdict.is_in(codes));
        }
        rows
    }
}

/// Keeps results; those that are there already stay.
pub(crate) async fn results_insert(tx: &Tx, import: Uuid, results: &[NewResult<'_>]) -> Result<()> {
    for some in results.chunks(AT_ONCE) {
        let rows: Result<Vec<_>> = some.iter().map(|result| row(import, result)).collect();
        import_result::Entity::insert_many(rows?)
            .on_conflict(
                OnConflict::columns([import_result::Column::ImportId, import_result::Column::Position])
                    .do_nothing()
                    .to_owned(),
            )
            .exec_without_returning(tx.connection())
            .await?;
    }
    Ok(())
}

fn row(import: Uuid, result: &NewResult<'_>) -> Result<import_result::ActiveModel> {
    let element = result.element;
    let code = |reason: Reason| <&str>::from(reason).to_owned();
    Ok(import_result::ActiveModel {
        import_id: Set(import),
        position: Set(i64::try_from(result.position).unwrap_or(i64::MAX)),
        at: Set(element.at.clone()),
        kind: Set(element.kind.clone()),
        // What names a person or account is told in the dry run, and not stored: nothing would forget it.
        label: Set(match element.verdict {
            Verdict::Kept => String::new(),
            _ => element.label.clone(),
        }),
        verdict: Set(<&str>::from(element.verdict).to_owned()),
        reason: Set(result.reason.or(element.reason).map(code)),
        fields: Set(serde_json::to_string(&element.fields).map_err(ApiError::internal)?),
        is_head: Set(element.is_head),
        outcome: Set(result.outcome.map(|outcome| <&str>::from(outcome).to_owned())),
        lead_id: Set(result.lead),
    })
}

/// A page of results, in the order of the file.
pub(crate) async fn result_page(
    connection: &impl ConnectionTrait,
    import: Uuid,
    filter: &ResultFilter,
    args: &PageArgs,
) -> Result<Page<ResultRow>> {
    let run = args.run(false);
    let column = import_result::Column::Position;
    let mut rows = filter.select(import).limit(run.limit);
    let (after, before) = (run.after.map(|(at, _)| at), run.before.map(|(at, _)| at));
    rows = match run.descending {
        false => rows.order_by_asc(column),
        true => rows.order_by_desc(column),
    };
    for (bound, above) in [(after, !run.descending), (before, run.descending)] {
        rows = match (bound, above) {
            (Some(bound), true) => rows.filter(column.gt(bound)),
            (Some(bound), false) => rows.filter(column.lt(bound)),
            (None, _) => rows,
        };
    }
    let rows = rows.all(connection).await?;
    let read = |row: import_result::Model| Ok((row.position, import, result(row)?));
    let rows: Result<Vec<_>> = rows.into_iter().map(read).collect();
    Ok(Page::cut(rows?, args))
}

fn result(row: import_result::Model) -> Result<ResultRow> {
    Ok(ResultRow {
        position: row.position,
        outcome: row.outcome.as_deref().map(code).transpose()?,
        lead: row.lead_id,
        element: Element {
            verdict: code(&row.verdict)?,
            reason: row.reason.as_deref().map(code).transpose()?,
            fields: json(&row.fields)?,
            at: row.at,
            kind: row.kind,
            label: row.label,
            lead: None,
            is_head: row.is_head,
        },
    })
}

/// How many those are.
pub(crate) async fn result_count(
    connection: &impl ConnectionTrait,
    import: Uuid,
    filter: &ResultFilter,
) -> Result<u64> {
    Ok(filter.select(import).count(connection).await?)
}
