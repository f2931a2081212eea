//! That an analyst ties one subject to another.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "subject_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The lead that says so: the one of `from_id`.
    pub lead_id: Uuid,
    pub from_id: Uuid,
    pub to_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    #[sea_orm(column_type = "Text")]
    pub confidence: String,
    /// On what it rests.
    #[sea_orm(column_type = "Text")]
    pub grounds: String,
    /// ISO day.
    #[sea_orm(column_type = "Text", nullable)]
    pub valid_from: Option<String>,
    /// ISO day, the last one.
    #[sea_orm(column_type = "Text", nullable)]
    pub valid_until: Option<String>,
    pub added_by: Uuid,
    pub organization_id: Uuid,
    pub added_at: i64,
    pub removed_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
