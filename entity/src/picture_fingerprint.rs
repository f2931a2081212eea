//! What a stored picture looks like, in bits, or that this is still to be found out. Gone with its bytes.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "picture_fingerprint")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub file_id: Uuid,
    /// Of the rule by which it is made; only what one rule made is compared.
    pub version: i32,
    #[sea_orm(column_type = "Text")]
    pub state: String,
    pub attempts: i32,
    pub next_at: i64,
    /// Null until it is made.
    pub hash: Option<i64>,
    /// The hash in four parts of 16 bits, the first ones first.
    pub band_a: Option<i32>,
    pub band_b: Option<i32>,
    pub band_c: Option<i32>,
    pub band_d: Option<i32>,
}

impl ActiveModelBehavior for ActiveModel {}
