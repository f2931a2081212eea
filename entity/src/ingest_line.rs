//! A line of a stream that became no lead, and why.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ingest_line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub run_id: Uuid,
    /// Its number, from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub line: i64,
    #[sea_orm(column_type = "Text")]
    pub outcome: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    /// Why, for people.
    #[sea_orm(column_type = "Text", nullable)]
    pub text: Option<String>,
    /// The lead that has the listing already.
    pub lead_id: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
