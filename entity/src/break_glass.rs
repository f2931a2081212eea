//! That somebody asked for a lead to be opened to a person in an emergency, and what became of it.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "break_glass")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What the lead is called by who asked; there may be no such lead.
    #[sea_orm(column_type = "Text")]
    pub reference: String,
    /// To whom it is to be opened.
    pub person_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// For how long, from the decision.
    pub hours: i32,
    #[sea_orm(column_type = "Text")]
    pub state: String,
    pub asked_by: Uuid,
    pub asked_at: i64,
    pub decided_by: Option<Uuid>,
    pub decided_at: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    pub expires_at: Option<i64>,
    /// The lead that was opened; nothing before that, and where there was none.
    pub lead_id: Option<Uuid>,
    /// Its owner.
    pub owner_id: Option<Uuid>,
    pub version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
