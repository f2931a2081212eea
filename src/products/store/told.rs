//! What published sheets tell screening.

use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

use crate::{
    platform::{db::Sql, error::Result},
    products::rules::ProductState,
};

/// A published sheet, as far as screening needs it.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub(in crate::products) struct PublishedRow {
    pub(in crate::products) id: Uuid,
    pub(in crate::products) brand_id: Uuid,
    pub(in crate::products) model_number: String,
    pub(in crate::products) price_minor: Option<i64>,
    pub(in crate::products) price_currency: Option<String>,
    pub(in crate::products) price_basis: Option<String>,
}

/// A feature in use of a published sheet that is open to the secretariat.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub(in crate::products) struct OpenRow {
    pub(in crate::products) product_id: Uuid,
    pub(in crate::products) feature: String,
    pub(in crate::products) genuine: String,
    pub(in crate::products) fake: String,
    pub(in crate::products) detectability: String,
    pub(in crate::products) tlp: String,
}

/// The sheets that are published, the latest first, at most so many.
pub(in crate::products) async fn published(connection: &impl ConnectionTrait, most: u64) -> Result<Vec<PublishedRow>> {
    let mut sql = Sql::new(
        "SELECT o.id, o.brand_id, o.model_number, o.price_minor, o.price_currency, o.price_basis FROM product_model o \
         WHERE o.state = ",
    );
    sql.bind(ProductState::Published.code());
    sql.push(&format!(" ORDER BY o.published_at DESC, o.id LIMIT {most}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let read = |row| Ok(PublishedRow::from_query_result(row, "")?);
    rows.iter().map(read).collect()
}

/// The features in use of published sheets that are open to the secretariat by name, the latest first, at most so many.
pub(in crate::products) async fn features_open(connection: &impl ConnectionTrait, most: u64) -> Result<Vec<OpenRow>> {
    let mut sql = Sql::new(
        "SELECT f.product_id, f.feature, f.genuine, f.fake, f.detectability, f.tlp FROM fake_feature f \
         JOIN product_model o ON o.id = f.product_id WHERE f.retired_at IS NULL AND o.state = ",
    );
    sql.bind(ProductState::Published.code()).push(
        " AND EXISTS (SELECT 1 FROM product_grant g JOIN organization h ON h.id = g.organization_id \
         WHERE g.product_id = o.id AND g.revoked_at IS NULL AND h.kind = 'SECRETARIAT')",
    );
    sql.push(&format!(" ORDER BY f.created_at DESC, f.id LIMIT {most}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let read = |row| Ok(OpenRow::from_query_result(row, "")?);
    rows.iter().map(read).collect()
}
