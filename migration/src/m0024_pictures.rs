//! What pictures of evidence look like, in bits, so that those that look alike are found.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{bare, index};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                bare("picture_fingerprint")
                    .col(uuid("file_id").primary_key())
                    .col(integer("version"))
                    .col(text("state"))
                    .col(integer("attempts"))
                    .col(big_integer("next_at"))
                    .col(big_integer_null("hash"))
                    .col(integer_null("band_a"))
                    .col(integer_null("band_b"))
                    .col(integer_null("band_c"))
                    .col(integer_null("band_d"))
                    // It says something of the bytes alone, and goes with them.
                    .foreign_key(
                        ForeignKey::create()
                            .from_col("file_id")
                            .to("file_object", "id")
                            .on_delete(ForeignKeyAction::Cascade),
                    )
                    .to_owned(),
            )
            .await?;
        index(manager, "picture_fingerprint", &["state", "next_at"], false).await?;
        for band in ["band_a", "band_b", "band_c", "band_d"] {
            index(manager, "picture_fingerprint", &[band], false).await?;
        }
        // What is there already is looked at like what comes.
        manager
            .get_connection()
            .execute_unprepared(
                "INSERT INTO picture_fingerprint (file_id, version, state, attempts, next_at) \
                 SELECT f.id, 1, 'WAITING', 0, 0 FROM file_object f \
                 WHERE f.media_type IN ('image/jpeg', 'image/png', 'image/webp') \
                 AND EXISTS (SELECT 1 FROM evidence_item o WHERE o.file_id = f.id)",
            )
            .await?;
        Ok(())
    }
}
