//! A law-enforcement agency as the directory has it. Its id is that of its organisation.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agency")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// JSON array of ISO 639 codes.
    #[sea_orm(column_type = "Text")]
    pub languages: String,
    #[sea_orm(column_type = "Text")]
    pub time_zone: String,
    /// JSON array of ranges: the day by ISO 8601, first and last minute of it.
    #[sea_orm(column_type = "Text")]
    pub duty_hours: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    /// The widest of where it is competent, as a number that sorts country by country.
    pub area_key: i64,
    pub version: i32,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
