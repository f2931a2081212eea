//! Documents of authorised parties and of powers of attorney, findings that one was forged, and who asked whether somebody is
//! authorised.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DatabaseBackend};

use crate::table::{index, insert_only, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        documents(manager).await?;
        events(manager).await?;
        checks(manager).await
    }
}

async fn documents(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("rights_document")
                .col(uuid_null("party_id"))
                .col(uuid_null("power_id"))
                .col(text_null("number"))
                .col(text_null("title"))
                .col(big_integer_null("valid_from"))
                .col(big_integer_null("valid_until"))
                .col(uuid("file_id"))
                .col(text_null("file_name"))
                .col(text("sha256"))
                .col(big_integer("bytes"))
                .col(text("media_type"))
                .col(uuid("added_by"))
                .col(big_integer("added_at"))
                .col(big_integer_null("withdrawn_at"))
                .col(big_integer_null("quarantined_at"))
                .foreign_key(&mut references("party_id", "authorized_party"))
                .foreign_key(&mut references("power_id", "power_of_attorney"))
                .foreign_key(&mut references("file_id", "file_object"))
                .foreign_key(&mut references("added_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "rights_document", &["party_id", "file_id"], true).await?;
    index(manager, "rights_document", &["power_id", "file_id"], true).await?;
    index(manager, "rights_document", &["number"], false).await?;
    index(manager, "rights_document", &["file_id"], false).await?;
    index(manager, "rights_document", &["added_by"], false).await?;
    kept(manager).await
}

/// What stands behind the commands: somebody may have judged by it, so that none is removed or becomes another one.
async fn kept(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    let statements: &[&str] = match manager.get_database_backend() {
        DatabaseBackend::Sqlite => &[
            "CREATE TRIGGER rights_document_no_delete BEFORE DELETE ON rights_document \
             BEGIN SELECT RAISE(ABORT, 'rights_document is kept'); END",
            "CREATE TRIGGER rights_document_no_replace BEFORE INSERT ON rights_document \
             WHEN EXISTS (SELECT 1 FROM rights_document WHERE id = NEW.id OR rowid = NEW.rowid OR \
             (party_id = NEW.party_id AND file_id = NEW.file_id) OR (power_id = NEW.power_id AND file_id = NEW.file_id)) \
             BEGIN SELECT RAISE(ABORT, 'rights_document is kept'); END",
            "CREATE TRIGGER rights_document_same BEFORE UPDATE ON rights_document \
             WHEN NEW.id IS NOT OLD.id OR NEW.party_id IS NOT OLD.party_id OR NEW.power_id IS NOT OLD.power_id OR \
             NEW.file_id IS NOT OLD.file_id OR NEW.sha256 IS NOT OLD.sha256 OR NEW.number IS NOT OLD.number OR \
             NEW.valid_from IS NOT OLD.valid_from OR NEW.valid_until IS NOT OLD.valid_until OR \
             (OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS NOT OLD.withdrawn_at) \
             BEGIN SELECT RAISE(ABORT, 'a document never becomes another one'); END",
        ],
        _ => &[
            "CREATE FUNCTION keep_rights_document() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
             IF TG_OP <> 'UPDATE' THEN RAISE EXCEPTION 'rights_document is kept'; END IF; \
             IF (NEW.id, NEW.party_id, NEW.power_id, NEW.file_id, NEW.sha256, NEW.number, NEW.valid_from, NEW.valid_until) \
             IS DISTINCT FROM \
             (OLD.id, OLD.party_id, OLD.power_id, OLD.file_id, OLD.sha256, OLD.number, OLD.valid_from, OLD.valid_until) \
             OR (OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at) \
             THEN RAISE EXCEPTION 'a document never becomes another one'; END IF; \
             RETURN NEW; END $$",
            "CREATE TRIGGER rights_document_kept BEFORE UPDATE OR DELETE ON rights_document \
             FOR EACH ROW EXECUTE FUNCTION keep_rights_document()",
            "CREATE TRIGGER rights_document_not_emptied BEFORE TRUNCATE ON rights_document \
             FOR EACH STATEMENT EXECUTE FUNCTION keep_rights_document()",
        ],
    };
    for statement in statements {
        connection.execute_unprepared(statement).await?;
    }
    Ok(())
}

async fn events(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("bad_faith_event")
                .col(text("kind"))
                .col(uuid("organization_id"))
                .col(uuid("power_id"))
                .col(text("reason"))
                .col(uuid("recorded_by"))
                .col(big_integer("recorded_at"))
                .foreign_key(&mut references("organization_id", "organization"))
                .foreign_key(&mut references("power_id", "power_of_attorney"))
                .foreign_key(&mut references("recorded_by", "person"))
                .to_owned(),
        )
        .await?;
    index(manager, "bad_faith_event", &["organization_id"], false).await?;
    index(manager, "bad_faith_event", &["power_id"], true).await?;
    index(manager, "bad_faith_event", &["recorded_by"], false).await?;
    insert_only(manager, "bad_faith_event", &["id", "power_id"]).await
}

async fn checks(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            with_id("authorization_check")
                .col(uuid("organization_id"))
                .col(uuid("person_id"))
                .col(uuid("brand_id"))
                .col(text("answer"))
                .col(big_integer("asked_at"))
                .foreign_key(&mut references("organization_id", "organization"))
                .foreign_key(&mut references("person_id", "person"))
                .foreign_key(&mut references("brand_id", "brand"))
                .to_owned(),
        )
        .await?;
    index(manager, "authorization_check", &["organization_id", "asked_at"], false).await?;
    index(manager, "authorization_check", &["person_id"], false).await?;
    index(manager, "authorization_check", &["brand_id"], false).await
}
