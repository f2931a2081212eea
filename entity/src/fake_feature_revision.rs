//! How a feature stood; only ever written.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "fake_feature_revision")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub feature_id: Uuid,
    /// The version that it was.
    pub number: i32,
    #[sea_orm(column_type = "Text")]
    pub feature: String,
    #[sea_orm(column_type = "Text")]
    pub genuine: String,
    #[sea_orm(column_type = "Text")]
    pub fake: String,
    #[sea_orm(column_type = "Text")]
    pub detectability: String,
    #[sea_orm(column_type = "Text")]
    pub tlp: String,
    pub changed_by: Uuid,
    pub changed_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
