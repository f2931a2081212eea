//! A mail domain that an organisation's provider speaks for.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "single_sign_on_domain")]
pub struct Model {
    /// In lower case and ASCII.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub domain: String,
    pub organization_id: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
