//! Evidence: what is kept of a lead, the bytes it refers to, and the unbroken account of who had it.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DatabaseBackend};

use crate::table::{index, insert_only, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        files(manager).await?;
        items(manager).await?;
        custody(manager).await?;
        around_items(manager).await?;
        let mut entry = Table::alter();
        let mut evidence = uuid_null("evidence_id");
        manager
            .alter_table(entry.table("timeline_entry").add_column(&mut evidence).to_owned())
            .await?;
        kept(manager).await
    }
}

async fn files(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("file_object")
                .col(text("sha256"))
                .col(big_integer("bytes"))
                .col(text("media_type"))
                .col(text("chunks"))
                .col(big_integer("created_at"))
                .to_owned(),
        )
        .await?;
    index(manager, "file_object", &["sha256"], true).await?;
    manager
        .create_table(
            with_id("upload")
                .col(uuid("person_id"))
                .col(uuid("file_id"))
                .col(text_null("file_name"))
                .col(big_integer("created_at"))
                .col(big_integer("expires_at"))
                .foreign_key(&mut references("person_id", "person"))
                .foreign_key(&mut references("file_id", "file_object"))
                .to_owned(),
        )
        .await?;
    index(manager, "upload", &["person_id"], false).await?;
    index(manager, "upload", &["file_id"], false).await?;
    index(manager, "upload", &["expires_at"], false).await
}

async fn items(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("evidence_item")
                .col(uuid("lead_id"))
                .col(uuid_null("item_id"))
                .col(uuid_null("parent_id"))
                .col(text("kind"))
                .col(text("title"))
                .col(text("state"))
                .col(text_null("tlp"))
                .col(uuid_null("file_id"))
                .col(text_null("sha256"))
                .col(big_integer_null("bytes"))
                .col(text_null("media_type"))
                .col(text_null("file_name"))
                .col(uuid("collector_id"))
                .col(uuid("organization_id"))
                .col(big_integer("collected_at"))
                .col(integer("collected_offset"))
                .col(text_null("source"))
                .col(text_null("method"))
                .col(text_null("tool"))
                .col(uuid("holder_id"))
                .col(uuid("holder_organization_id"))
                .col(text_null("seal"))
                .col(integer("holds"))
                .col(integer("custody_count"))
                .col(text("custody_head"))
                .col(integer("version"))
                .col(big_integer("created_at"))
                .foreign_key(&mut references("lead_id", "lead"))
                .foreign_key(&mut references("item_id", "lead_item"))
                .foreign_key(&mut references("parent_id", "evidence_item"))
                .foreign_key(&mut references("file_id", "file_object"))
                .foreign_key(&mut references("collector_id", "person"))
                .foreign_key(&mut references("organization_id", "organization"))
                .foreign_key(&mut references("holder_id", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "evidence_item", &["lead_id", "created_at", "id"], false).await?;
    index(manager, "evidence_item", &["file_id"], false).await
}

async fn custody(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("custody_event")
                .col(uuid("evidence_id"))
                .col(integer("seq"))
                .col(text("kind"))
                .col(big_integer("at"))
                .col(uuid_null("actor_id"))
                .col(uuid_null("organization_id"))
                .col(uuid_null("link"))
                .col(text("detail"))
                .col(text("prev"))
                .col(text("hash"))
                .foreign_key(&mut references("evidence_id", "evidence_item"))
                .to_owned(),
        )
        .await?;
    index(manager, "custody_event", &["evidence_id", "seq"], true).await?;
    index(manager, "custody_event", &["hash"], true).await?;
    index(manager, "custody_event", &["evidence_id", "link"], false).await?;
    insert_only(manager, "custody_event", &["id", "hash"]).await
}

async fn around_items(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("custody_transfer")
                .col(uuid("evidence_id"))
                .col(uuid("from_id"))
                .col(uuid("from_organization_id"))
                .col(uuid("to_id"))
                .col(uuid("to_organization_id"))
                .col(text("state"))
                .col(text_null("seal"))
                .col(text_null("note"))
                .col(text_null("reason"))
                .col(big_integer("sent_at"))
                .col(big_integer_null("answered_at"))
                .col(big_integer_null("alarmed_at"))
                .foreign_key(&mut references("evidence_id", "evidence_item"))
                .foreign_key(&mut references("from_id", "person"))
                .foreign_key(&mut references("to_id", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "custody_transfer", &["evidence_id", "sent_at"], false).await?;
    index(manager, "custody_transfer", &["state", "sent_at"], false).await?;
    manager
        .create_table(
            with_id("legal_hold")
                .col(uuid("evidence_id"))
                .col(text("reason"))
                .col(uuid("placed_by"))
                .col(uuid("organization_id"))
                .col(big_integer("placed_at"))
                .col(uuid_null("lifted_by"))
                .col(big_integer_null("lifted_at"))
                .col(text_null("lift_reason"))
                .foreign_key(&mut references("evidence_id", "evidence_item"))
                .foreign_key(&mut references("placed_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "legal_hold", &["evidence_id", "placed_at"], false).await?;
    manager
        .create_table(
            with_id("evidence_destruction")
                .col(uuid("evidence_id"))
                .col(text("state"))
                .col(text("reason"))
                .col(uuid("asked_by"))
                .col(uuid("organization_id"))
                .col(big_integer("asked_at"))
                .col(uuid_null("decided_by"))
                .col(big_integer_null("decided_at"))
                .col(text_null("decision_reason"))
                .foreign_key(&mut references("evidence_id", "evidence_item"))
                .foreign_key(&mut references("asked_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "evidence_destruction", &["evidence_id", "asked_at"], false).await?;
    manager
        .create_table(
            with_id("evidence_timestamp")
                .col(text("sha256"))
                .col(text("state"))
                .col(integer("attempts"))
                .col(big_integer("next_at"))
                .col(text_null("token"))
                .col(big_integer_null("stamped_at"))
                .col(text_null("authority"))
                .foreign_key(&mut references("id", "evidence_item"))
                .to_owned(),
        )
        .await?;
    index(manager, "evidence_timestamp", &["state", "next_at"], false).await
}

/// What stands behind the commands: an event keeps its place, an item is never deleted, its hash never changes, and what is
/// under legal hold keeps its bytes.
async fn kept(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    if manager.get_database_backend() == DatabaseBackend::Sqlite {
        for statement in [
            "CREATE TRIGGER custody_event_no_second BEFORE INSERT ON custody_event WHEN EXISTS (SELECT 1 FROM \
             custody_event WHERE evidence_id = NEW.evidence_id AND seq = NEW.seq) \
             BEGIN SELECT RAISE(ABORT, 'custody_event is insert-only'); END",
            "CREATE TRIGGER evidence_item_no_delete BEFORE DELETE ON evidence_item \
             BEGIN SELECT RAISE(ABORT, 'evidence_item is kept'); END",
            "CREATE TRIGGER evidence_item_no_replace BEFORE INSERT ON evidence_item WHEN EXISTS (SELECT 1 FROM \
             evidence_item WHERE id = NEW.id OR rowid = NEW.rowid) \
             BEGIN SELECT RAISE(ABORT, 'evidence_item is kept'); END",
            "CREATE TRIGGER evidence_item_hash BEFORE UPDATE ON evidence_item WHEN NEW.sha256 IS NOT OLD.sha256 \
             BEGIN SELECT RAISE(ABORT, 'the hash of evidence never changes'); END",
            "CREATE TRIGGER evidence_item_held BEFORE UPDATE ON evidence_item WHEN NEW.file_id IS NOT OLD.file_id AND \
             EXISTS (SELECT 1 FROM legal_hold h WHERE h.evidence_id = OLD.id AND h.lifted_at IS NULL) \
             BEGIN SELECT RAISE(ABORT, 'evidence is under legal hold'); END",
        ] {
            connection.execute_unprepared(statement).await?;
        }
        return Ok(());
    }
    for statement in [
        "CREATE FUNCTION keep_evidence() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
         IF TG_OP <> 'UPDATE' THEN RAISE EXCEPTION 'evidence_item is kept'; END IF; \
         IF NEW.sha256 IS DISTINCT FROM OLD.sha256 THEN RAISE EXCEPTION 'the hash of evidence never changes'; END IF; \
         IF NEW.file_id IS DISTINCT FROM OLD.file_id AND EXISTS (SELECT 1 FROM legal_hold h WHERE h.evidence_id = OLD.id \
         AND h.lifted_at IS NULL) THEN RAISE EXCEPTION 'evidence is under legal hold'; END IF; \
         RETURN NEW; END $$",
        "CREATE TRIGGER evidence_item_kept BEFORE UPDATE OR DELETE ON evidence_item \
         FOR EACH ROW EXECUTE FUNCTION keep_evidence()",
        "CREATE TRIGGER evidence_item_not_emptied BEFORE TRUNCATE ON evidence_item \
         FOR EACH STATEMENT EXECUTE FUNCTION keep_evidence()",
    ] {
        connection.execute_unprepared(statement).await?;
    }
    Ok(())
}
