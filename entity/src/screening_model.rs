//! A version of what signals weigh, learnt of verdicts, with how good it is; never changed.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "screening_model")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// `ALLIANCE`, or the brand's id.
    #[sea_orm(column_type = "Text")]
    pub scope: String,
    pub brand_id: Option<Uuid>,
    pub number: i32,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// JSON.
    #[sea_orm(column_type = "Text")]
    pub weights: String,
    pub confirmed: i32,
    pub cleared: i32,
    /// JSON.
    #[sea_orm(column_type = "Text")]
    pub curve: String,
    pub trained_by: Uuid,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
