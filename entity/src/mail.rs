//! A mail that is to go out once.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mail")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person_id: Uuid,
    /// INVITATION, DIGEST, WEEKLY_DIGEST, IMMEDIATE_DIGEST and others.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// Start of the period; the moment of the act otherwise.
    pub window_start: i64,
    /// What the mail is about, such as an invitation.
    pub subject_id: Option<Uuid>,
    /// QUEUED, CLAIMED, SENT, EMPTY, UNKNOWN, FAILED or LAPSED.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    pub attempts: i32,
    pub not_before: i64,
    pub claimed_at: Option<i64>,
    pub settled_at: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub message_id: Option<String>,
    /// Class of the failure, never an address.
    #[sea_orm(column_type = "Text", nullable)]
    pub error: Option<String>,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
