//! One bought good, which is a piece of evidence.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sample")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Random, for people.
    #[sea_orm(column_type = "Text")]
    pub reference: String,
    pub purchase_id: Uuid,
    pub evidence_id: Uuid,
    pub lead_id: Uuid,
    /// Whose purchase it is.
    pub organization_id: Uuid,
    pub brand_id: Uuid,
    /// Among those of its purchase, from 1.
    pub number: i32,
    /// What it is, as it was bought.
    #[sea_orm(column_type = "Text")]
    pub label: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub place: Option<String>,
    pub received_at: i64,
    /// Until when it is not destroyed.
    pub retained_until: Option<i64>,
    /// Null while nobody has said what became of it.
    #[sea_orm(column_type = "Text", nullable)]
    pub disposal: Option<String>,
    pub disposed_at: Option<i64>,
    pub disposed_by: Option<Uuid>,
    #[sea_orm(column_type = "Text", nullable)]
    pub disposal_note: Option<String>,
    /// Drawn for a second, blind inspection that nobody has ordered yet.
    pub quality_due: bool,
    pub retention_told_at: Option<i64>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
