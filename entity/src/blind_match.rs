//! That two organisations know the same identifier without seeing each other's leads.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "blind_match")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Keyed hash of the identifier; a text of its own once nobody knows the identifier any more.
    #[sea_orm(column_type = "Text")]
    pub hash: String,
    /// Of the two organisations the one whose id comes first.
    pub first_id: Uuid,
    pub second_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    #[sea_orm(column_type = "Text")]
    pub strength: String,
    /// In which bucket the number of both organisations' leads was when they were told.
    #[sea_orm(column_type = "Text")]
    pub extent: String,
    pub signalled_at: i64,
    /// When both had agreed to learn who the other is.
    pub opened_at: Option<i64>,
    /// The sharing group that was made for the two.
    pub group_id: Option<Uuid>,
    /// Since when it is told to nobody any more.
    pub retired_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
