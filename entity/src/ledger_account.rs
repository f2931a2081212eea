//! An account of a fund's ledger. What was ever debited and credited is counted, so that no two at once overdraw it; the
//! entries prove the counters.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ledger_account")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub fund_id: Uuid,
    /// What it is, once in a fund: the kind, and whose or of what it is.
    #[sea_orm(column_type = "Text")]
    pub code: String,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// On which side it grows: DEBIT or CREDIT.
    #[sea_orm(column_type = "Text")]
    pub normal: String,
    /// Whether it may be below zero.
    pub floats: bool,
    /// Whose it is; nobody's in particular otherwise.
    pub organization_id: Option<Uuid>,
    pub program_id: Option<Uuid>,
    /// Minor units, ever.
    pub debits: i64,
    /// Minor units, ever.
    pub credits: i64,
    pub closed_at: Option<i64>,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
