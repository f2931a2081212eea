//! What somebody said about a lead.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "comment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub lead_id: Uuid,
    pub author_id: Uuid,
    pub organization_id: Uuid,
    /// The principal for whom an agent wrote it.
    pub on_behalf_of: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub body: String,
    pub for_all_viewers: bool,
    pub attribution_allowed: bool,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
