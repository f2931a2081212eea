//! Certificates of IP rights: files that are kept once the secretariat could see them.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DatabaseBackend};

use crate::table::{index, references, with_id};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                with_id("ip_right_certificate")
                    .col(uuid("right_id"))
                    .col(uuid("file_id"))
                    .col(text_null("title"))
                    .col(text_null("file_name"))
                    .col(text("sha256"))
                    .col(big_integer("bytes"))
                    .col(text("media_type"))
                    .col(uuid("added_by"))
                    .col(big_integer("added_at"))
                    .col(big_integer_null("handed_in_at"))
                    .col(big_integer_null("quarantined_at"))
                    .foreign_key(&mut references("right_id", "ip_right"))
                    .foreign_key(&mut references("file_id", "file_object"))
                    .foreign_key(&mut references("added_by", "person"))
                    .to_owned(),
            )
            .await?;
        index(manager, "ip_right_certificate", &["right_id", "file_id"], true).await?;
        index(manager, "ip_right_certificate", &["file_id"], false).await?;
        kept(manager).await
    }
}

/// What stands behind the commands: what was handed in is never removed nor taken back, and no certificate becomes another
/// one.
async fn kept(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    let statements: &[&str] = match manager.get_database_backend() {
        DatabaseBackend::Sqlite => &[
            "CREATE TRIGGER ip_right_certificate_no_delete BEFORE DELETE ON ip_right_certificate \
             WHEN OLD.handed_in_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'ip_right_certificate is kept'); END",
            "CREATE TRIGGER ip_right_certificate_no_replace BEFORE INSERT ON ip_right_certificate \
             WHEN EXISTS (SELECT 1 FROM ip_right_certificate WHERE id = NEW.id OR rowid = NEW.rowid OR \
             (right_id = NEW.right_id AND file_id = NEW.file_id)) \
             BEGIN SELECT RAISE(ABORT, 'ip_right_certificate is kept'); END",
            "CREATE TRIGGER ip_right_certificate_same BEFORE UPDATE ON ip_right_certificate \
             WHEN NEW.id IS NOT OLD.id OR NEW.right_id IS NOT OLD.right_id OR NEW.file_id IS NOT OLD.file_id OR \
             NEW.sha256 IS NOT OLD.sha256 OR \
             (OLD.handed_in_at IS NOT NULL AND NEW.handed_in_at IS NOT OLD.handed_in_at) \
             BEGIN SELECT RAISE(ABORT, 'a certificate never becomes another one'); END",
        ],
        _ => &[
            "CREATE FUNCTION keep_certificate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
             IF TG_OP = 'TRUNCATE' THEN RAISE EXCEPTION 'ip_right_certificate is kept'; END IF; \
             IF TG_OP = 'DELETE' THEN \
             IF OLD.handed_in_at IS NOT NULL THEN RAISE EXCEPTION 'ip_right_certificate is kept'; END IF; \
             RETURN OLD; END IF; \
             IF (NEW.id, NEW.right_id, NEW.file_id, NEW.sha256) IS DISTINCT FROM \
             (OLD.id, OLD.right_id, OLD.file_id, OLD.sha256) \
             OR (OLD.handed_in_at IS NOT NULL AND NEW.handed_in_at IS DISTINCT FROM OLD.handed_in_at) \
             THEN RAISE EXCEPTION 'a certificate never becomes another one'; END IF; \
             RETURN NEW; END $$",
            "CREATE TRIGGER ip_right_certificate_kept BEFORE UPDATE OR DELETE ON ip_right_certificate \
             FOR EACH ROW EXECUTE FUNCTION keep_certificate()",
            "CREATE TRIGGER ip_right_certificate_not_emptied BEFORE TRUNCATE ON ip_right_certificate \
             FOR EACH STATEMENT EXECUTE FUNCTION keep_certificate()",
        ],
    };
    for statement in statements {
        connection.execute_unprepared(statement).await?;
    }
    Ok(())
}
