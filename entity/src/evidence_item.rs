//! A piece of evidence of a lead.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "evidence_item")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub lead_id: Uuid,
    /// The item of the lead that it is about.
    pub item_id: Option<Uuid>,
    /// What it was derived from.
    pub parent_id: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    #[sea_orm(column_type = "Text")]
    pub title: String,
    #[sea_orm(column_type = "Text")]
    pub state: String,
    /// Stricter than the lead's; null means the lead's.
    #[sea_orm(column_type = "Text", nullable)]
    pub tlp: Option<String>,
    /// Null for physical samples and once destroyed.
    pub file_id: Option<Uuid>,
    #[sea_orm(column_type = "Text", nullable)]
    pub sha256: Option<String>,
    pub bytes: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub media_type: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub file_name: Option<String>,
    pub collector_id: Uuid,
    /// The collector's.
    pub organization_id: Uuid,
    pub collected_at: i64,
    /// Minutes that local time was ahead of UTC.
    pub collected_offset: i32,
    #[sea_orm(column_type = "Text", nullable)]
    pub source: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub method: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub tool: Option<String>,
    /// Who has it in hand.
    pub holder_id: Uuid,
    pub holder_organization_id: Uuid,
    #[sea_orm(column_type = "Text", nullable)]
    pub seal: Option<String>,
    /// Legal holds in force.
    pub holds: i32,
    /// Until when it is not destroyed.
    pub kept_until: Option<i64>,
    /// How many custody events there are.
    pub custody_count: i32,
    /// Hash of the last one.
    #[sea_orm(column_type = "Text")]
    pub custody_head: String,
    pub version: i32,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
