//! An entry: an amount from the debit of one account to the credit of another one. Insert-only.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ledger_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub fund_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// The kind; of a reversal, that of what it reverses.
    #[sea_orm(column_type = "Text")]
    pub of_kind: String,
    pub debit_id: Uuid,
    pub credit_id: Uuid,
    pub amount_minor: i64,
    #[sea_orm(column_type = "Text", nullable)]
    pub cost_kind: Option<String>,
    pub period: i32,
    /// Entries with the same one stand and fall together.
    pub link_id: Uuid,
    pub hold_id: Option<Uuid>,
    pub order_id: Option<Uuid>,
    pub reverses_id: Option<Uuid>,
    pub clears_id: Option<Uuid>,
    #[sea_orm(column_type = "Text", nullable)]
    pub bank_reference: Option<String>,
    /// Fund and reference, on the first entry of a bank's line: each is recorded once.
    #[sea_orm(column_type = "Text", nullable)]
    pub bank_line: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    /// Nobody where the service did it.
    pub recorded_by: Option<Uuid>,
    pub at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
