//! An officer without an account to whom a link opens an offline action.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "action_guest")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub action_id: Uuid,
    pub officer_id: Uuid,
    /// As what: `LEAD` or `OFFICER`.
    #[sea_orm(column_type = "Text")]
    pub role: String,
    pub invited_by: Uuid,
    pub invited_at: i64,
    /// When the officer came in first.
    pub opened_at: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub attendance: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub attendance_note: Option<String>,
    pub attendance_at: Option<i64>,
    pub revoked_by: Option<Uuid>,
    pub revoked_at: Option<i64>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
