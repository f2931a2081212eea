//! Which versions hold for a brand or the alliance from a moment on; the one with the highest number is in force; never changed.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "screening_release")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// `ALLIANCE`, or the brand's id.
    #[sea_orm(column_type = "Text")]
    pub scope: String,
    pub brand_id: Option<Uuid>,
    pub number: i32,
    /// JSON array of ids.
    #[sea_orm(column_type = "Text")]
    pub packs: String,
    pub model_id: Option<Uuid>,
    /// Millionths.
    pub threshold: Option<i64>,
    #[sea_orm(column_type = "Text")]
    pub mode: String,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub rolled_back_to: Option<i32>,
    pub released_by: Uuid,
    pub released_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
