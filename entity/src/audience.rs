//! Who sees an object: see docs/adr/0001-audience-rows.md.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audience")]
pub struct Model {
    /// Code of the object's kind.
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub object_id: Uuid,
    /// The lead the object belongs to; walls stand around it.
    pub root_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub principal: String,
    pub valid_until: i64,
    /// Sort aid: the object still wants an act.
    pub open: bool,
    pub created_at: i64,
    /// Never = maximum.
    pub due_at: i64,
    /// 0 low … 3 urgent.
    pub priority: i32,
}

impl ActiveModelBehavior for ActiveModel {}
