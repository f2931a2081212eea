//! How many subjects in the alliance have an identifier.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "identifier_use")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub hash: String,
    pub holders: i32,
}

impl ActiveModelBehavior for ActiveModel {}
