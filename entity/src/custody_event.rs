//! What happened to a piece of evidence: a link of its chain.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "custody_event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub evidence_id: Uuid,
    /// 1, 2, 3 … without gaps.
    pub seq: i32,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    pub at: i64,
    /// Null for the system.
    pub actor_id: Option<Uuid>,
    pub organization_id: Option<Uuid>,
    /// The download link by which it was read.
    pub link: Option<Uuid>,
    /// JSON.
    #[sea_orm(column_type = "Text")]
    pub detail: String,
    #[sea_orm(column_type = "Text")]
    pub prev: String,
    #[sea_orm(column_type = "Text")]
    pub hash: String,
}

impl ActiveModelBehavior for ActiveModel {}
