//! That two offline actions meet.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "deconfliction_hit")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub first_id: Uuid,
    pub second_id: Uuid,
    /// JSON.
    #[sea_orm(column_type = "Text")]
    pub kinds: String,
    #[sea_orm(column_type = "Text")]
    pub state: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub resolution: Option<String>,
    /// The one that is to move, or that goes on in the other.
    pub moves_id: Option<Uuid>,
    pub first_signed_by: Option<Uuid>,
    pub second_signed_by: Option<Uuid>,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    pub found_at: i64,
    pub resolved_at: Option<i64>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
