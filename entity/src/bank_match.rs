//! Lines of the bank and entries of the ledger that are the same money, whether or not it was taken back.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "bank_match")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub fund_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// What the lines come to.
    pub amount_minor: i64,
    /// JSON: codes of what spoke for it.
    #[sea_orm(column_type = "Text")]
    pub reasons: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    /// Nobody where the service did it.
    pub made_by: Option<Uuid>,
    pub made_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
