//! A service account of an organisation: a row of `person` beside it has the same id.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_account")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organization_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub description: Option<String>,
    /// JSON list of codes, in order.
    #[sea_orm(column_type = "Text")]
    pub scopes: String,
    /// JSON list of networks in CIDR form; an empty one means anywhere.
    #[sea_orm(column_type = "Text")]
    pub networks: String,
    pub sandbox: bool,
    /// Code of the state.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    /// The organisation that suspended it; null where it is not suspended.
    pub suspended_by: Option<Uuid>,
    pub created_by: Uuid,
    /// When it last got a token, to within a minute.
    pub last_used_at: Option<i64>,
    /// From which network, shortened.
    #[sea_orm(column_type = "Text", nullable)]
    pub last_network: Option<String>,
    /// When a refusal of a token was last recorded.
    pub last_refused_at: Option<i64>,
    pub version: i32,
    pub created_at: i64,
    pub updated_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
