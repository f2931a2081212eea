//! A person, an organisation or a sharing group to whom a lead is shown.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "lead_grant")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub lead_id: Uuid,
    pub person_id: Option<Uuid>,
    pub organization_id: Option<Uuid>,
    pub group_id: Option<Uuid>,
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    pub granted_by: Uuid,
    pub granted_at: i64,
    /// Never = maximum.
    pub expires_at: i64,
    pub revoked_at: Option<i64>,
    /// The emergency for which it was made.
    pub break_glass_id: Option<Uuid>,
    /// Whether the personal data in the lead are open too.
    pub personal_data: bool,
}

impl ActiveModelBehavior for ActiveModel {}
