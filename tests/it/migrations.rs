//! The migrations: from nothing to the latest on both databases, and the entities describe what is really there.

use std::collections::BTreeSet;

use sea_orm::{ConnectionTrait as _, DatabaseBackend, EntityTrait, IdenStatic as _, Iterable as _, Statement};
use touchstone::platform::db::Db;

use crate::both_databases;

/// Name and nullability of a column.
type Column = (String, bool);

async fn columns_in(db: &Db, table: &str) -> BTreeSet<Column> {
    let sql = match db.backend() {
        DatabaseBackend::Sqlite => {
            format!(
                "SELECT name, CASE WHEN \"notnull\" = 0 AND pk = 0 THEN 1 ELSE 0 END AS nullable FROM pragma_table_info('{table}')"
            )
        }
        _ => format!(
            "SELECT column_name::text AS name, CASE is_nullable WHEN 'YES' THEN 1 ELSE 0 END AS nullable \
             FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}'"
        ),
    };
    let rows = db
        .read()
        .query_all_raw(Statement::from_string(db.backend(), sql))
        .await
        .unwrap();
    let column = |row: &sea_orm::QueryResult| {
        let nullable: i32 = row.try_get("", "nullable").unwrap();
        (row.try_get("", "name").unwrap(), nullable == 1)
    };
    rows.iter().map(column).collect()
}

fn columns_of<E: EntityTrait>() -> BTreeSet<Column> {
    use sea_orm::ColumnTrait as _;
    E::Column::iter()
        .map(|column| (column.as_str().to_owned(), column.def().is_null()))
        .collect()
}

async fn tables(db: &Db) -> BTreeSet<String> {
    let sql = match db.backend() {
        DatabaseBackend::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
        _ => "SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public'",
    };
    let rows = db
        .read()
        .query_all_raw(Statement::from_string(db.backend(), sql))
        .await
        .unwrap();
    rows.iter().map(|row| row.try_get("", "name").unwrap()).collect()
}

/// Tables without an entity: the search index, spoken to in each database's own words, and the list of migrations.
fn has_no_entity(table: &str) -> bool {
    table == "seaql_migrations" || table.starts_with("search_")
}

macro_rules! entities_equal_columns {
    ($db:expr, $($entity:ident),+ $(,)?) => {{
        let mut described = BTreeSet::new();
        $(
            let table = stringify!($entity);
            assert_eq!(columns_of::<entity::$entity::Entity>(), columns_in($db, table).await, "{table}");
            described.insert(table.to_owned());
        )+
        described
    }};
}

both_databases! {
    async fn from_nothing_to_the_latest(place: Place) {
        let db = Db::open(&place.url, 2).await.unwrap();
        assert!(!db.is_ready().await);
        db.migrate().await.unwrap();
        assert!(db.is_ready().await);
        let described = entities_equal_columns!(
            &db, appraisal, appraisal_photo, appraisal_policy, appraisal_report, sample,
            purchase, purchase_approval, purchase_clash, purchase_cost, purchase_event, purchase_evidence, purchase_mark, purchase_terms, purchase_top_up,
            bank_file, bank_line, bank_match, bank_match_part, bank_matched_entry, bank_matched_line, bank_statement, bank_unmatch, fund_demand_step, agency, agency_area, agency_contact, agency_officer, agency_officer_reminder, assignment, audience, audit_entry, audit_link, audit_pending, authorized_party, authz_epoch, blind_match, blind_match_cursor, blind_match_due, blind_match_lead, blind_match_side, blind_match_sighting, blind_matching, brand, brand_scope, break_glass, calendar_feed, challenge, comment, comment_mention, custody_event, custody_transfer,
            delivery, delivery_answer, digest_delivery, digest_lead, evidence_destruction, evidence_item, evidence_timestamp, export, export_lead, file_object, hand_over, hand_over_action, hand_over_reference, idempotency_key, identifier_use, import_line, ingest_line, ingest_run, ingested_listing, rule_pack, screened_listing, screening_listing, screening_model, screening_release, watched_seller, import_mapping, import_result, import_run, import_upload, invitation, ip_right, ip_right_brand, ip_right_certificate, ip_right_reminder, job_run, lead, lead_grant, lead_item, legal_hold, mail, mail_trouble, notification, notification_cursor, notification_mute, notification_preference, organization,
            outbox, passkey, password_reset, person, picture_fingerprint, power_of_attorney, recovery_code, refresh_token, replica, role_assignment, saved_view, saved_view_default, session, sharing_group, sharing_group_seat, sighting, sign_in_failure,
            service_account, service_credential, used_assertion, single_sign_on, single_sign_on_domain, single_sign_on_identity,
            referral, referral_officer, referral_package, referral_part, referral_reminder, referral_step,
            change_feed, change_place,
            quota,
            product_model, product_grant, product_picture, fake_feature, fake_feature_reader, fake_feature_revision, company_contact,
            rights_document, bad_faith_event, authorization_check,
            action_guest, guest_code, guest_session,
            webhook_attempt, webhook_cursor, webhook_endpoint, webhook_message,
            subject, subject_identifier, subject_link, subject_note, timeline_entry, totp, upload, wall, watch,
            fund, fund_approval, fund_demand, fund_hold, fund_order, fund_order_share, fund_period, ledger_account, ledger_entry,
            purchase_program, purchase_program_member, suspense_explanation,
            action_cost, cost_share, outcome_revision, seizure_destruction, seizure_line, site_result, suspect_record, suspect_stage,
            action_approval, action_lead, action_member, action_referral, action_site, action_subject, action_task, deconfliction_hit, deconfliction_record, enforcement_operation, offline_action,
        );
        let real: BTreeSet<String> = tables(&db).await.into_iter().filter(|table| !has_no_entity(table)).collect();
        assert_eq!(described, real, "every table has an entity");
        db.close().await;
    }

    /// Whoever comes second waits and finds everything done.
    async fn processes_that_start_together_on_an_empty_database_all_come_up(place: Place) {
        let starts = (0..6).map(|_| {
            let url = place.url.clone();
            tokio::spawn(async move {
                let db = Db::open(&url, 2).await.unwrap();
                db.migrate().await.unwrap();
                assert!(db.is_ready().await);
                db.close().await;
            })
        });
        for start in futures_util::future::join_all(starts).await {
            start.unwrap();
        }
    }

    /// What stops half-way is finished by the next start; SQLite keeps nothing of it.
    async fn a_migration_that_fails_leaves_nothing_half_done(place: Place) {
        let db = Db::open(&place.url, 2).await.unwrap();
        db.write().execute_unprepared("CREATE TABLE digest_lead (in_the_way INTEGER)").await.unwrap();
        assert!(db.migrate().await.is_err());
        assert!(!db.is_ready().await);
        let left = tables(&db).await;
        if db.is_sqlite() {
            assert_eq!(left, BTreeSet::from(["digest_lead".to_owned()]));
        }
        assert!(!left.contains("mail"), "made by the migration that failed");
        db.write().execute_unprepared("DROP TABLE digest_lead").await.unwrap();
        db.migrate().await.unwrap();
        assert!(db.is_ready().await);
        db.close().await;
    }

    async fn a_second_run_changes_nothing(world: World) {
        let (before, shape) = (world.contents().await, tables(&world.app.db).await);
        world.app.db.migrate().await.unwrap();
        assert_eq!(world.contents().await.changes_since(&before), Vec::<String>::new());
        assert_eq!(tables(&world.app.db).await, shape);
    }

    async fn the_audit_log_can_only_grow(world: World) {
        let db = &world.app.db;
        let entry = entity::audit_entry::ActiveModel {
            id: sea_orm::ActiveValue::Set(world.id()),
            at: sea_orm::ActiveValue::Set(1),
            actor_id: sea_orm::ActiveValue::Set(None),
            organization_id: sea_orm::ActiveValue::Set(None),
            session_id: sea_orm::ActiveValue::Set(None),
            category: sea_orm::ActiveValue::Set("ADMIN".to_owned()),
            action: sea_orm::ActiveValue::Set("test".to_owned()),
            object_kind: sea_orm::ActiveValue::Set(None),
            object_id: sea_orm::ActiveValue::Set(None),
            root_id: sea_orm::ActiveValue::Set(None),
            detail: sea_orm::ActiveValue::Set("null".to_owned()),
        };
        entity::audit_entry::Entity::insert(entry).exec_without_returning(db.write()).await.unwrap();
        let before = world.contents().await;
        for statement in [
            "UPDATE audit_entry SET action = 'other'",
            "DELETE FROM audit_entry",
            if db.is_sqlite() { "INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry" } else { "TRUNCATE audit_entry CASCADE" },
        ] {
            assert!(db.write().execute_unprepared(statement).await.is_err(), "{statement}");
        }
        assert_eq!(world.contents().await.changes_since(&before), Vec::<String>::new());
    }
}
