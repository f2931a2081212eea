//! Something a person is told of in the portal: names of objects only, no content.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notification")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    pub lead_id: Option<Uuid>,
    /// The kind of what has to be seen for this to be shown, such as lead, delivery or comment.
    #[sea_orm(column_type = "Text")]
    pub object_kind: String,
    pub object_id: Uuid,
    /// What led to it; a person is told of it once.
    #[sea_orm(column_type = "Text")]
    pub cause: String,
    pub created_at: i64,
    pub read_at: Option<i64>,
    pub archived_at: Option<i64>,
    /// By which mail it is to be told, too: DIGEST or MAIL; null for none.
    #[sea_orm(column_type = "Text", nullable)]
    pub mail: Option<String>,
    /// The mail that tells of it; null until there is one.
    pub told_in: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
