//! Offline actions of law enforcement, the campaigns they belong to, and what is compared lest two of them meet.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        actions(manager).await?;
        sites_and_team(manager).await?;
        basis(manager).await?;
        deconfliction(manager).await?;
        notifications(manager).await
    }
}

async fn actions(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("enforcement_operation")
                .col(text("reference"))
                .col(text("name"))
                .col(text_null("purpose"))
                .col(uuid("created_by"))
                .col(uuid("organization_id"))
                .col(boolean("closed"))
                .col(integer("version"))
                .col(big_integer("created_at"))
                .foreign_key(&mut references("created_by", "person"))
                .foreign_key(&mut references("organization_id", "organization"))
                .to_owned(),
        )
        .await?;
    index(manager, "enforcement_operation", &["reference"], true).await?;
    index(manager, "enforcement_operation", &["created_at", "id"], false).await?;
    manager
        .create_table(
            with_id("offline_action")
                .col(text("reference"))
                .col(uuid_null("operation_id"))
                .col(text("title"))
                .col(text("kind"))
                .col(text("state"))
                .col(boolean("own_case"))
                .col(uuid("lead_agency_id"))
                .col(uuid("proposed_by"))
                .col(uuid("organization_id"))
                .col(text_null("risk_notes"))
                .col(boolean("embargo"))
                .col(big_integer_null("starts_at"))
                .col(big_integer_null("ends_at"))
                .col(text_null("time_zone"))
                .col(text_null("reason"))
                .col(big_integer_null("executed_at"))
                .col(big_integer_null("closed_at"))
                .col(integer("revision"))
                .col(integer("version"))
                .col(big_integer("created_at"))
                .col(big_integer("updated_at"))
                .foreign_key(&mut references("operation_id", "enforcement_operation"))
                .foreign_key(&mut references("lead_agency_id", "organization"))
                .foreign_key(&mut references("proposed_by", "person"))
                .foreign_key(&mut references("organization_id", "organization"))
                .to_owned(),
        )
        .await?;
    index(manager, "offline_action", &["reference"], true).await?;
    index(manager, "offline_action", &["operation_id"], false).await?;
    index(manager, "offline_action", &["executed_at"], false).await?;
    Ok(())
}

async fn sites_and_team(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("action_site")
                .col(uuid("action_id"))
                .col(integer("position"))
                .col(text("kind"))
                .col(text("country"))
                .col(text_null("division_code"))
                .col(text("address"))
                .col(text("place_hash"))
                .col(integer_null("latitude_e6"))
                .col(integer_null("longitude_e6"))
                .col(big_integer_null("removed_at"))
                .foreign_key(&mut references("action_id", "offline_action"))
                .to_owned(),
        )
        .await?;
    index(manager, "action_site", &["action_id", "position"], false).await?;
    manager
        .create_table(
            bare("action_member")
                .col(uuid("action_id"))
                .col(uuid("person_id"))
                .col(uuid("organization_id"))
                .col(text("role"))
                .col(uuid("added_by"))
                .col(big_integer("added_at"))
                .primary_key(Index::create().col("action_id").col("person_id"))
                .foreign_key(&mut references("action_id", "offline_action"))
                .foreign_key(&mut references("person_id", "person"))
                .foreign_key(&mut references("organization_id", "organization"))
                .foreign_key(&mut references("added_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "action_member", &["person_id"], false).await?;
    manager
        .create_table(
            with_id("action_task")
                .col(uuid("action_id"))
                .col(text("title"))
                .col(uuid_null("assignee_id"))
                .col(big_integer_null("due_at"))
                .col(big_integer_null("done_at"))
                .col(uuid_null("done_by"))
                .col(integer("version"))
                .col(big_integer("created_at"))
                .foreign_key(&mut references("action_id", "offline_action"))
                .foreign_key(&mut references("assignee_id", "person"))
                .foreign_key(&mut references("done_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "action_task", &["action_id"], false).await?;
    manager
        .create_table(
            bare("action_approval")
                .col(uuid("action_id"))
                .col(text("side"))
                .col(uuid("person_id"))
                .col(big_integer("at"))
                .primary_key(Index::create().col("action_id").col("side"))
                .foreign_key(&mut references("action_id", "offline_action"))
                .foreign_key(&mut references("person_id", "person"))
                .to_owned(),
        )
        .await?;
    Ok(())
}

/// What an action rests on.
async fn basis(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            bare("action_lead")
                .col(uuid("action_id"))
                .col(uuid("lead_id"))
                .primary_key(Index::create().col("action_id").col("lead_id"))
                .foreign_key(&mut references("action_id", "offline_action"))
                .foreign_key(&mut references("lead_id", "lead"))
                .to_owned(),
        )
        .await?;
    index(manager, "action_lead", &["lead_id"], false).await?;
    manager
        .create_table(
            bare("action_subject")
                .col(uuid("action_id"))
                .col(uuid("subject_id"))
                .primary_key(Index::create().col("action_id").col("subject_id"))
                .foreign_key(&mut references("action_id", "offline_action"))
                .foreign_key(&mut references("subject_id", "subject"))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            bare("action_referral")
                .col(uuid("action_id"))
                .col(uuid("referral_id"))
                .primary_key(Index::create().col("action_id").col("referral_id"))
                .foreign_key(&mut references("action_id", "offline_action"))
                .to_owned(),
        )
        .await?;
    index(manager, "action_referral", &["referral_id"], false).await?;
    Ok(())
}

async fn deconfliction(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("deconfliction_record")
                .col(uuid("action_id"))
                .col(big_integer("starts_at"))
                .col(big_integer("ends_at"))
                .col(text("country"))
                .col(text("divisions"))
                .col(text("places"))
                .col(text("hashes"))
                .col(boolean("live"))
                .foreign_key(&mut references("action_id", "offline_action"))
                .to_owned(),
        )
        .await?;
    index(manager, "deconfliction_record", &["action_id"], true).await?;
    index(manager, "deconfliction_record", &["live", "starts_at"], false).await?;
    manager
        .create_table(
            with_id("deconfliction_hit")
                .col(uuid("first_id"))
                .col(uuid("second_id"))
                .col(text("kinds"))
                .col(text("state"))
                .col(text_null("resolution"))
                .col(uuid_null("moves_id"))
                .col(uuid_null("first_signed_by"))
                .col(uuid_null("second_signed_by"))
                .col(text_null("note"))
                .col(big_integer("found_at"))
                .col(big_integer_null("resolved_at"))
                .col(integer("version"))
                .foreign_key(&mut references("first_id", "deconfliction_record"))
                .foreign_key(&mut references("second_id", "deconfliction_record"))
                .foreign_key(&mut references("moves_id", "deconfliction_record"))
                .foreign_key(&mut references("first_signed_by", "person"))
                .foreign_key(&mut references("second_signed_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "deconfliction_hit", &["first_id", "second_id"], true).await?;
    index(manager, "deconfliction_hit", &["second_id"], false).await?;
    Ok(())
}

/// What people are told of need not be about a lead any more. SQLite cannot change a column, so the table is written anew;
/// nothing refers to it.
async fn notifications(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    if manager.get_database_backend() != sea_orm::DatabaseBackend::Sqlite {
        let change = "ALTER TABLE notification ALTER COLUMN lead_id DROP NOT NULL";
        return connection.execute_unprepared(change).await.map(drop);
    }
    connection
        .execute_unprepared("ALTER TABLE notification RENAME TO notification_before")
        .await?;
    for columns in ["person_id_cause", "person_id_created_at_id", "created_at"] {
        let gone = format!("DROP INDEX IF EXISTS ix_notification_{columns}");
        connection.execute_unprepared(&gone).await?;
    }
    manager
        .create_table(
            with_id("notification")
                .col(uuid("person_id"))
                .col(text("kind"))
                .col(uuid_null("lead_id"))
                .col(text("object_kind"))
                .col(uuid("object_id"))
                .col(text("cause"))
                .col(big_integer("created_at"))
                .col(big_integer_null("read_at"))
                .col(big_integer_null("archived_at"))
                .foreign_key(&mut references("person_id", "person"))
                .foreign_key(&mut references("lead_id", "lead"))
                .to_owned(),
        )
        .await?;
    let columns = "id, person_id, kind, lead_id, object_kind, object_id, cause, created_at, read_at, archived_at";
    let kept = format!("INSERT INTO notification ({columns}) SELECT {columns} FROM notification_before");
    connection.execute_unprepared(&kept).await?;
    connection.execute_unprepared("DROP TABLE notification_before").await?;
    index(manager, "notification", &["person_id", "cause"], true).await?;
    index(manager, "notification", &["person_id", "created_at", "id"], false).await?;
    index(manager, "notification", &["created_at"], false).await
}
