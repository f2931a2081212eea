//! What one of two organisations knows of a blind match, and what it wants.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "blind_match_side")]
pub struct Model {
    /// By which the organisation knows the match; the other organisation knows it by another one.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub match_id: Uuid,
    pub organization_id: Uuid,
    /// As in the match: for the order of lists.
    pub signalled_at: i64,
    #[sea_orm(column_type = "Text")]
    pub choice: String,
    /// 0 where nothing was chosen yet.
    pub chosen_at: i64,
    pub proposed_by: Option<Uuid>,
    pub agreed_by: Option<Uuid>,
    /// For the own organisation alone.
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
