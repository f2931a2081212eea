//! An organisation of the alliance, whatever its kind.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organization")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Code of the kind.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// Legal name.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// Legal name in Chinese.
    #[sea_orm(column_type = "Text", nullable)]
    pub name_zh: Option<String>,
    /// Code of the membership state.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    /// Code of the alliance's industry list.
    #[sea_orm(column_type = "Text", nullable)]
    pub industry: Option<String>,
    /// ISO 3166-1 alpha-2.
    #[sea_orm(column_type = "Text")]
    pub country: String,
    /// Administrative division below the country.
    #[sea_orm(column_type = "Text", nullable)]
    pub division_code: Option<String>,
    /// IANA time zone.
    #[sea_orm(column_type = "Text")]
    pub time_zone: String,
    /// Code of the language of its mails.
    #[sea_orm(column_type = "Text")]
    pub language: String,
    /// When it became active first.
    pub joined_at: Option<i64>,
    /// The person who invited it; may not approve it.
    pub invited_by: Option<Uuid>,
    /// The administrator who suspended it last; somebody else expels it.
    pub suspended_by: Option<Uuid>,
    /// The organisation whose sandbox it is, or the sandbox whose right holder it is; null for what is real.
    pub sandbox_of: Option<Uuid>,
    pub version: i32,
    pub created_at: i64,
    pub updated_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
