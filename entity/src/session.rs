//! A sign-in of a person.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person_id: Uuid,
    pub created_at: i64,
    pub expires_at: i64,
    pub revoked_at: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub revoked_why: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub user_agent: Option<String>,
    /// When it was refreshed last; null where that is older than the column.
    pub last_seen_at: Option<i64>,
    /// The network it came from, shortened so that it names no household.
    #[sea_orm(column_type = "Text", nullable)]
    pub network: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
