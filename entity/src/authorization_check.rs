//! That somebody asked whether a shop or a certificate is authorised; kept for a day.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "authorization_check")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organization_id: Uuid,
    pub person_id: Uuid,
    pub brand_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub answer: String,
    pub asked_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
