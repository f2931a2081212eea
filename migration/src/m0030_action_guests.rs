//! Officers without an account in offline actions. Codes and sessions of guests are for a referral or for an action from here
//! on; those that were there last minutes, so that they are not taken along: who was in asks for a new code.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        guests(manager).await?;
        for table in ["guest_code", "guest_session"] {
            let gone = format!("DROP TABLE {table}");
            manager.get_connection().execute_unprepared(&gone).await?;
        }
        codes_and_sessions(manager).await
    }
}

async fn guests(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("action_guest")
                .col(uuid("action_id"))
                .col(uuid("officer_id"))
                .col(text("role"))
                .col(uuid("invited_by"))
                .col(big_integer("invited_at"))
                .col(big_integer_null("opened_at"))
                .col(text_null("attendance"))
                .col(text_null("attendance_note"))
                .col(big_integer_null("attendance_at"))
                .col(uuid_null("revoked_by"))
                .col(big_integer_null("revoked_at"))
                .col(integer("version"))
                .foreign_key(&mut references("action_id", "offline_action"))
                .foreign_key(&mut references("officer_id", "agency_officer"))
                .foreign_key(&mut references("invited_by", "person"))
                .foreign_key(&mut references("revoked_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "action_guest", &["action_id"], false).await
}

/// A grant is of a referral, where it is called a naming, or of an action.
async fn codes_and_sessions(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            bare("guest_code")
                .col(uuid("grant_id").primary_key())
                .col(text("target"))
                .col(text("nonce"))
                .col(big_integer("expires_at"))
                .col(integer("attempts"))
                .col(integer("asked"))
                .col(big_integer("asked_since"))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            bare("guest_session")
                .col(text("token_hash").primary_key())
                .col(uuid("grant_id"))
                .col(text("target"))
                .col(text_null("package_nonce"))
                .col(big_integer("created_at"))
                .col(big_integer("expires_at"))
                .to_owned(),
        )
        .await?;
    index(manager, "guest_session", &["grant_id"], true).await?;
    index(manager, "guest_session", &["expires_at"], false).await
}
