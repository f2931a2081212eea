//! Somebody of an agency whom members may turn to.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agency_officer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub agency_id: Uuid,
    /// The account, where there is one.
    pub person_id: Option<Uuid>,
    /// Sealed with a key outside of the database, like address and telephone number.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// The first letter of each word of the name.
    #[sea_orm(column_type = "Text")]
    pub masked_name: String,
    #[sea_orm(column_type = "Text")]
    pub email: String,
    /// Tells whether the agency has an officer of that address, to who has the key.
    #[sea_orm(column_type = "Text")]
    pub email_hash: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub phone: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub rank: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub unit: Option<String>,
    /// JSON array of ISO 639 codes.
    #[sea_orm(column_type = "Text")]
    pub languages: String,
    /// PROPOSED, VERIFIED or REVOKED; that it lapsed follows from `attested_until`.
    #[sea_orm(column_type = "Text")]
    pub standing: String,
    /// The last day of the posting, as its first moment.
    pub posted_until: Option<i64>,
    pub proposed_by: Uuid,
    pub proposed_at: i64,
    /// Who said yes first, and second.
    pub first_by: Option<Uuid>,
    pub second_by: Option<Uuid>,
    /// Who said yes last, and when.
    pub attested_by: Option<Uuid>,
    pub attested_at: Option<i64>,
    pub attested_until: i64,
    pub revoked_by: Option<Uuid>,
    pub revoked_at: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    pub version: i32,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
