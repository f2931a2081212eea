//! A version of rules for screening, of a brand or of the alliance; never changed.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rule_pack")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// `ALLIANCE`, or the brand's id.
    #[sea_orm(column_type = "Text")]
    pub scope: String,
    pub brand_id: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    pub number: i32,
    /// TOML or JSON, as it was written.
    #[sea_orm(column_type = "Text")]
    pub rules: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    pub created_by: Uuid,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
