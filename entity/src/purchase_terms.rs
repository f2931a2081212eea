//! For how long money is held and samples are kept, from a moment on until the next row's.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "purchase_terms")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Counts them, from 1; of several from one moment on the last one holds.
    pub number: i32,
    /// The beginning of a day in UTC, after `set_at`.
    pub effective_at: i64,
    pub hold_days: i32,
    pub retention_years: i32,
    pub set_by: Uuid,
    pub set_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
