//! A lead, right, item, subject or piece of evidence of which a referral is made.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "referral_part")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub referral_id: Uuid,
    /// LEAD, RIGHT, ITEM, SUBJECT or EVIDENCE.
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub object_id: Uuid,
    pub position: i32,
}

impl ActiveModelBehavior for ActiveModel {}
