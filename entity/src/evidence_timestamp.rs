//! A timestamp authority's word for a piece of evidence, under the same id, or the wish for one.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "evidence_timestamp")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub sha256: String,
    #[sea_orm(column_type = "Text")]
    pub state: String,
    pub attempts: i32,
    pub next_at: i64,
    /// DER, in base64.
    #[sea_orm(column_type = "Text", nullable)]
    pub token: Option<String>,
    pub stamped_at: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub authority: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
