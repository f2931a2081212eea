//! A closed period of a fund with its sealed trial balance. Insert-only.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "fund_period")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub fund_id: Uuid,
    pub number: i32,
    /// JSON: what each account was debited and credited until then.
    #[sea_orm(column_type = "Text")]
    pub lines: String,
    /// How many entries the period has.
    pub entries: i32,
    /// SHA-256 over these entries.
    #[sea_orm(column_type = "Text")]
    pub digest: String,
    /// The hash of the period before.
    #[sea_orm(column_type = "Text")]
    pub prev: String,
    #[sea_orm(column_type = "Text")]
    pub hash: String,
    pub closed_by: Uuid,
    pub approved_by: Uuid,
    pub closed_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
