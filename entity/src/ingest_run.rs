//! A stream of lines that comes in piece by piece, and how far it is.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ingest_run")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person_id: Uuid,
    /// Whose leads they become.
    pub organization_id: Uuid,
    /// The brand of lines that name none.
    pub brand_id: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub tlp: String,
    pub draft: bool,
    pub dry_run: bool,
    #[sea_orm(column_type = "Text")]
    pub state: String,
    pub lines_done: i64,
    pub created: i64,
    pub already_there: i64,
    pub duplicates: i64,
    pub refused: i64,
    pub bytes: i64,
    /// Until when a request has it to itself; also the token of that request.
    pub lease_until: Option<i64>,
    pub created_at: i64,
    pub updated_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
