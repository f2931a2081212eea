//! What came back of a mail: that it did not arrive, is late, or was not wanted.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mail_trouble")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person_id: Uuid,
    pub mail_id: Uuid,
    /// BOUNCE, COMPLAINT or DELAY.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// Status as RFC 3463 writes it, such as 5.1.1; null where there is none.
    #[sea_orm(column_type = "Text", nullable)]
    pub status: Option<String>,
    pub at: i64,
    /// Identifies the report, so that the same one counts once.
    #[sea_orm(column_type = "Text")]
    pub digest: String,
}

impl ActiveModelBehavior for ActiveModel {}
