//! Something that a member or an agent did in bad faith, as somebody recorded it; only ever written.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "bad_faith_event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// FORGED_AUTHORISATION.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// Whose person did it.
    pub organization_id: Uuid,
    pub power_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub recorded_by: Uuid,
    pub recorded_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
