//! Who or what stands behind a lead, as that lead knows it.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "subject")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub lead_id: Uuid,
    pub created_by: Uuid,
    pub organization_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// Whether it is a person, whose data few may see.
    pub is_person: bool,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// Place in the chain of supply.
    #[sea_orm(column_type = "Text", nullable)]
    pub role: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub detail: Option<String>,
    /// For what a person's data are kept.
    #[sea_orm(column_type = "Text", nullable)]
    pub purpose: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub legal_basis: Option<String>,
    /// When a person's data are forgotten; never = maximum.
    pub retain_until: i64,
    pub removed_at: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub removed_why: Option<String>,
    pub version: i32,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
