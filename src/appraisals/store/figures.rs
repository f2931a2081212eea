//! How appraisers work.

use sea_orm::{ConnectionTrait, FromQueryResult as _};
use uuid::Uuid;

use super::AppraisalRow;
use crate::platform::{
    db::{Sql, columns},
    error::Result,
};
use entity::appraisal;

/// An appraisal that is counted.
pub(in crate::appraisals) type FigureRow = AppraisalRow;

/// The appraisals that were ordered within a time, of all appraisers, of those of an organisation, or of one; of at most so
/// many.
pub(in crate::appraisals) async fn figures(
    connection: &impl ConnectionTrait,
    (from, until): (i64, i64),
    organization: Option<Uuid>,
    person: Option<Uuid>,
    most: u64,
) -> Result<Vec<FigureRow>> {
    let mut sql = Sql::new(&format!(
        "SELECT {} FROM appraisal o WHERE o.ordered_at >= ",
        columns::<appraisal::Entity>("o")
    ));
    sql.bind(from).push(" AND o.ordered_at < ").bind(until);
    if let Some(organization) = organization {
        sql.push(" AND o.appraiser_organization_id = ").bind(organization);
    }
    if let Some(person) = person {
        sql.push(" AND o.appraiser_id = ").bind(person);
    }
    sql.push(&format!(" ORDER BY o.appraiser_id, o.ordered_at LIMIT {most}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let read = |row| Ok(FigureRow::from_query_result(row, "")?);
    rows.iter().map(read).collect()
}
