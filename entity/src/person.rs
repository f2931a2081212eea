//! A person of an organisation.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "person")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organization_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// Normalised address, unique.
    #[sea_orm(column_type = "Text")]
    pub email: String,
    /// argon2id in PHC form; null until the invitation is accepted.
    #[sea_orm(column_type = "Text", nullable)]
    pub password_hash: Option<String>,
    /// Code of the state.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    #[sea_orm(column_type = "Text")]
    pub language: String,
    /// IANA time zone.
    #[sea_orm(column_type = "Text")]
    pub time_zone: String,
    /// Code of the digest frequency.
    #[sea_orm(column_type = "Text")]
    pub digest: String,
    /// Local hour of the digest, 0–23.
    pub digest_hour: i32,
    pub digest_working_days_only: bool,
    /// Weekday of a weekly digest, 1 for Monday.
    pub digest_weekday: i32,
    pub expiry_reminders: bool,
    /// JSON: of which deliveries and leads the digest tells; null for all.
    #[sea_orm(column_type = "Text", nullable)]
    pub digest_filter: Option<String>,
    /// Local hour from which no mail goes out at once; null for none.
    pub quiet_from: Option<i32>,
    /// Local hour until which none does.
    pub quiet_to: Option<i32>,
    /// When frequency or weekday were chosen.
    pub digest_since: i64,
    /// When it was looked last whether there is something to tell at once.
    pub digest_looked_at: i64,
    /// Since when no mails go to the person but those about its security; null where they do.
    pub mail_suspended_at: Option<i64>,
    /// Why: BOUNCE, COMPLAINT or DELAY.
    #[sea_orm(column_type = "Text", nullable)]
    pub mail_suspended_why: Option<String>,
    pub last_sign_in_at: Option<i64>,
    pub version: i32,
    pub created_at: i64,
    pub updated_at: i64,
    /// Since when it has had a second factor; null where it has none.
    pub second_factor_at: Option<i64>,
    /// Whether it is a service account and no person.
    pub is_service: bool,
}

impl ActiveModelBehavior for ActiveModel {}
