//! What tells fakes of a product from the genuine article.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "fake_feature")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub product_id: Uuid,
    /// Where to look.
    #[sea_orm(column_type = "Text")]
    pub feature: String,
    #[sea_orm(column_type = "Text")]
    pub genuine: String,
    #[sea_orm(column_type = "Text")]
    pub fake: String,
    /// OVERT, COVERT or FORENSIC.
    #[sea_orm(column_type = "Text")]
    pub detectability: String,
    #[sea_orm(column_type = "Text")]
    pub tlp: String,
    pub created_by: Uuid,
    pub created_at: i64,
    pub updated_at: i64,
    pub retired_at: Option<i64>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
