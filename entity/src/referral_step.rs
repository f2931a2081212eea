//! A step of a referral's history.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "referral_step")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub referral_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    pub at: i64,
    /// Null for the system, and for an officer without an account.
    pub person_id: Option<Uuid>,
    /// Of the directory of agencies, where an officer acted.
    pub officer_id: Option<Uuid>,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
