//! Who of an organisation is on a lead: the organisation's own note.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "assignment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub lead_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub organization_id: Uuid,
    /// Nobody any more where it is empty; the row stays for its version.
    pub person_id: Option<Uuid>,
    pub assigned_by: Uuid,
    pub assigned_at: i64,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
