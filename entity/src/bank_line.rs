//! A line of a bank statement.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "bank_line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub statement_id: Uuid,
    pub fund_id: Uuid,
    /// Its place in the statement, from 1.
    pub number: i32,
    /// The line of the file, from 1.
    pub place: i32,
    /// The first moment of the day, in UTC.
    pub booked_on: i64,
    /// The first moment of the day, in UTC.
    pub value_on: Option<i64>,
    /// Below zero where money left.
    pub amount_minor: i64,
    /// By what the bank names it.
    #[sea_orm(column_type = "Text", nullable)]
    pub reference: Option<String>,
    /// JSON: all that it is called by.
    #[sea_orm(column_type = "Text")]
    pub references_json: String,
    /// The fund, and the reference or a digest of the line: no line is taken twice.
    #[sea_orm(column_type = "Text")]
    pub line_key: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub counterparty: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub text: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
