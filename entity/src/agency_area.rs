//! Where an agency is competent.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agency_area")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub agency_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub country: String,
    /// A division of the country and whatever lies in it; empty for the whole country.
    #[sea_orm(primary_key, auto_increment = false)]
    pub division: String,
}

impl ActiveModelBehavior for ActiveModel {}
