//! A listing that is to be screened, or was.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "screening_listing")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Who handed it in.
    pub organization_id: Uuid,
    pub account_id: Uuid,
    /// A hash of what it is and says.
    #[sea_orm(column_type = "Text")]
    pub key: String,
    /// The lead it came in as, where ingest made one.
    pub lead_id: Option<Uuid>,
    /// JSON; null where the lead says it.
    #[sea_orm(column_type = "Text", nullable)]
    pub content: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub platform: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub shop_id: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub state: String,
    pub claimed_until: i64,
    pub received_at: i64,
    pub screened_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
