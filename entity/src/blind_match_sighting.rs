//! That a blind match, or the contact that came of it, was shown to a person.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "blind_match_sighting")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub side_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    /// `SIGNAL`, or `CONTACT` where it named the other organisation.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub what: String,
    pub seen_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
