//! That a lead was shown to a person.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sighting")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub lead_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    /// Stands for the person where it stays unnamed.
    pub id: Uuid,
    pub first_at: i64,
    /// To within an hour.
    pub last_at: i64,
    /// The lead's TLP when it was last shown.
    #[sea_orm(column_type = "Text")]
    pub tlp: String,
    /// The sharing group by which alone it was shown; nothing where the person saw it otherwise too.
    pub group_id: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
