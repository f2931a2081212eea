//! A fund: money of the alliance in one currency.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "fund")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub reference: String,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// ISO 4217 code, of everything in it.
    #[sea_orm(column_type = "Text")]
    pub currency: String,
    /// The number of the period that is open.
    pub period: i32,
    pub created_by: Uuid,
    pub version: i32,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
