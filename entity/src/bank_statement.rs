//! A statement of a fund's bank account, without the lines that an earlier one had.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "bank_statement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub reference: String,
    pub fund_id: Uuid,
    pub file_id: Uuid,
    /// The bank's own number of it.
    #[sea_orm(column_type = "Text", nullable)]
    pub bank_id: Option<String>,
    /// The account that the bank names.
    #[sea_orm(column_type = "Text", nullable)]
    pub account: Option<String>,
    /// The first moment of its first day, in UTC.
    pub from_on: i64,
    /// The first moment of its last day, in UTC.
    pub to_on: i64,
    /// What was there before the lines that are kept.
    pub opening_minor: i64,
    pub closing_minor: i64,
    pub lines: i32,
    pub imported_by: Uuid,
    pub imported_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
