//! The audit log: insert-only, sealed, checked, and read by nobody beyond their part of it.

use std::sync::Arc;

use sea_orm::{ConnectionTrait as _, EntityTrait as _};
use serde_json::json;
use tokio_util::sync::CancellationToken;
use touchstone::{
    audit::{self, Act, Actor, Category, Filter, Finding, Report},
    permissions::{Role, Viewer},
    platform::{error::ErrorCode, graphql::connection::PageArgs, ids::IdKind},
    sessions::viewers,
};
use uuid::Uuid;

use crate::{
    both_databases,
    support::{Person, World},
};

/// Writes so many entries, each in a transaction of its own.
async fn act(world: &World, times: usize) -> Vec<Uuid> {
    let mut objects = Vec::new();
    for number in 0..times {
        let object = world.id();
        record(world, Actor::System, Category::Admin, object, None, number).await;
        objects.push(object);
    }
    objects
}

async fn record(world: &World, actor: Actor<'_>, category: Category, object: Uuid, lead: Option<Uuid>, number: usize) {
    let tx = world.begin().await;
    let detail = json!({ "number": number });
    let mut act = Act::on(category, "test", IdKind::Person, object).with(&detail);
    act.root = lead;
    let proof = audit::record(&tx, world.app.ids.as_ref(), actor, act).await.unwrap();
    tx.commit(proof).await.unwrap();
}

async fn sealed_log(world: &World, entries: usize) {
    act(world, entries).await;
    audit::seal(&world.app).await.unwrap();
    assert!(audit::checkpoint(&world.app).await.unwrap());
    let report = audit::verify(&world.app).await.unwrap();
    assert!(report.is_clean(), "{report}");
    assert_eq!(report.links, i64::try_from(entries).unwrap());
}

/// Takes the triggers and keys off, as only somebody with full power over the database can.
async fn force(world: &World, statements: &[&str]) {
    let db = world.app.db.write();
    if world.app.db.is_sqlite() {
        db.execute_unprepared("PRAGMA foreign_keys = OFF").await.unwrap();
        for table in ["audit_entry", "audit_link"] {
            for event in ["update", "delete", "replace"] {
                let statement = format!("DROP TRIGGER IF EXISTS {table}_no_{event}");
                db.execute_unprepared(&statement).await.unwrap();
            }
        }
    } else {
        for table in ["audit_entry", "audit_link"] {
            let statement = format!("ALTER TABLE {table} DISABLE TRIGGER ALL");
            db.execute_unprepared(&statement).await.unwrap();
        }
    }
    for statement in statements {
        let done = db.execute_unprepared(statement).await.unwrap();
        assert_ne!(done.rows_affected(), 0, "{statement}");
    }
}

async fn found_after(world: &World, statements: &[&str]) -> Report {
    force(world, statements).await;
    audit::verify(&world.app).await.unwrap()
}

async fn viewer(person: &Person) -> Arc<Viewer> {
    viewers::load(&person.world.app, person.id).await.unwrap().unwrap()
}

const FIFTH: &str = "(SELECT entry_id FROM audit_link WHERE seq = 5)";

both_databases! {
    async fn i37_an_altered_column_of_an_entry_is_found(world: World) {
        sealed_log(&world, 9).await;
        for change in [
            "detail = '{\"number\":99}'", "action = 'tset'", "category = 'MONEY'", "at = at + 1", "actor_id = id",
            "organization_id = id", "session_id = id", "object_kind = NULL", "object_id = id", "root_id = id",
        ] {
            let keep = format!("CREATE TABLE kept AS SELECT * FROM audit_entry WHERE id = {FIFTH}");
            force(&world, &[]).await;
            world.app.db.write().execute_unprepared(&keep).await.unwrap();
            let report = found_after(&world, &[&format!("UPDATE audit_entry SET {change} WHERE id = {FIFTH}")]).await;
            assert!(matches!(report.findings[..], [Finding::AlteredEntry(5, _)]), "{change}: {report}");
            force(&world, &[&format!("DELETE FROM audit_entry WHERE id = {FIFTH}"), "INSERT INTO audit_entry SELECT * FROM kept"]).await;
            world.app.db.write().execute_unprepared("DROP TABLE kept").await.unwrap();
            let report = audit::verify(&world.app).await.unwrap();
            assert!(report.is_clean(), "{change} undone: {report}");
        }
    }

    async fn i37_an_altered_link_is_found(world: World) {
        sealed_log(&world, 9).await;
        let report = found_after(&world, &["UPDATE audit_link SET sealed_at = sealed_at + 1 WHERE seq = 5"]).await;
        assert!(matches!(report.findings[..], [Finding::AlteredEntry(5, _)]), "{report}");
        let report = found_after(&world, &["UPDATE audit_link SET hash = prev WHERE seq = 7"]).await;
        assert!(report.findings.contains(&Finding::BrokenLink(8)), "{report}");
    }

    async fn i37_a_removed_entry_is_found_with_and_without_its_link(world: World) {
        sealed_log(&world, 9).await;
        let report = found_after(&world, &[&format!("DELETE FROM audit_entry WHERE id = {FIFTH}")]).await;
        assert_eq!(report.findings, [Finding::MissingEntry(5)], "{report}");
        let report = found_after(&world, &["DELETE FROM audit_link WHERE seq = 5"]).await;
        assert!(report.findings.contains(&Finding::MissingLink(5)), "{report}");
    }

    /// Renumbering closes the gap and does not help.
    async fn i37_a_removed_row_is_found_after_renumbering(world: World) {
        sealed_log(&world, 9).await;
        let report = found_after(&world, &[
            &format!("DELETE FROM audit_entry WHERE id = {FIFTH}"),
            "DELETE FROM audit_link WHERE seq = 5",
            "UPDATE audit_link SET seq = seq - 1 WHERE seq = 6",
            "UPDATE audit_link SET seq = seq - 1 WHERE seq = 7",
            "UPDATE audit_link SET seq = seq - 1 WHERE seq = 8",
            "UPDATE audit_link SET seq = seq - 1 WHERE seq = 9",
        ]).await;
        assert!(report.findings.contains(&Finding::BrokenLink(5)), "{report}");
        assert!(report.findings.contains(&Finding::CutOff { checkpoint: 9, found: 8 }), "{report}");
    }

    async fn i37_an_inserted_entry_is_found(world: World) {
        sealed_log(&world, 9).await;
        let (id, at) = (world.id(), touchstone::platform::clock::micros(world.now()));
        let id = if world.app.db.is_sqlite() { format!("x'{}'", id.simple()) } else { format!("'{id}'") };
        world.after_hours(1);
        let insert = format!("INSERT INTO audit_entry (id, at, category, action, detail) VALUES ({id}, {at}, 'ADMIN', 'forged', 'null')");
        let report = found_after(&world, &[&insert]).await;
        assert!(matches!(report.findings[..], [Finding::Unsealed(_)]), "{report}");
    }

    async fn i37_a_cut_off_end_is_found(world: World) {
        sealed_log(&world, 9).await;
        let report = found_after(&world, &[
            "DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_link WHERE seq > 6)",
            "DELETE FROM audit_link WHERE seq > 6",
        ]).await;
        assert_eq!(report.findings, [Finding::CutOff { checkpoint: 9, found: 6 }], "{report}");
    }

    /// What was cut off is not hidden by new entries that are sealed properly.
    async fn i37_an_end_that_was_written_anew_is_found(world: World) {
        sealed_log(&world, 9).await;
        force(&world, &[
            "DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_link WHERE seq > 6)",
            "DELETE FROM audit_link WHERE seq > 6",
        ]).await;
        act(&world, 5).await;
        audit::seal(&world.app).await.unwrap();
        let report = audit::verify(&world.app).await.unwrap();
        assert_eq!(report.findings, [Finding::CheckpointMismatch(9)], "{report}");
    }

    async fn i37_checkpoints_that_are_forged_or_gone_are_found(world: World) {
        sealed_log(&world, 3).await;
        let file = world.folder.join("audit/checkpoints.jsonl");
        let good = std::fs::read_to_string(&file).unwrap();
        std::fs::write(&file, good.replace("\"count\":3", "\"count\":2")).unwrap();
        let report = audit::verify(&world.app).await.unwrap();
        assert_eq!(report.findings, [Finding::BadCheckpoint(1), Finding::NoCheckpoint], "{report}");
        std::fs::remove_file(&file).unwrap();
        let report = audit::verify(&world.app).await.unwrap();
        assert_eq!(report.findings, [Finding::NoCheckpoint], "{report}");
        std::fs::write(&file, good).unwrap();
        assert!(audit::verify(&world.app).await.unwrap().is_clean());
    }

    async fn i37_an_entry_that_is_never_sealed_is_found_after_ten_seconds(world: World) {
        act(&world, 2).await;
        assert!(audit::verify(&world.app).await.unwrap().is_clean());
        world.clock.advance(jiff::SignedDuration::from_secs(11));
        let report = audit::verify(&world.app).await.unwrap();
        assert_eq!(report.found, 2, "{report}");
        audit::seal(&world.app).await.unwrap();
        audit::checkpoint(&world.app).await.unwrap();
        assert!(audit::verify(&world.app).await.unwrap().is_clean());
    }

    async fn i37_the_database_refuses_to_change_the_log(world: World) {
        sealed_log(&world, 2).await;
        let sqlite = world.app.db.is_sqlite();
        for (table, key) in [("audit_entry", "id"), ("audit_link", "seq")] {
            let mut statements = vec![
                format!("UPDATE {table} SET {key} = {key}"),
                format!("DELETE FROM {table}"),
            ];
            if sqlite {
                statements.push(format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table}"));
                // Any other unique key would do as well: an entry's hidden number, a link's entry.
                let other = match table {
                    "audit_entry" => "(rowid, id, at, category, action, detail) SELECT rowid, randomblob(16), at, category, 'x', detail",
                    _ => "SELECT seq + 9, entry_id, prev, hash, sealed_at",
                };
                statements.push(format!("INSERT OR REPLACE INTO {table} {other} FROM {table} LIMIT 1"));
            } else {
                statements.push(format!("TRUNCATE {table} CASCADE"));
                statements.push(format!("INSERT INTO {table} SELECT * FROM {table} ON CONFLICT ({key}) DO UPDATE SET {key} = {table}.{key}"));
            }
            for statement in statements {
                let refused = world.nothing_changes(world.app.db.write().execute_unprepared(&statement)).await;
                let refused = refused.err().map(|error| error.to_string());
                assert!(refused.as_ref().is_some_and(|why| why.contains("insert-only")), "{statement}: {refused:?}");
            }
        }
    }

    async fn sealers_take_turns(world: World) {
        act(&world, 40).await;
        let sealers = (0..4).map(|_| {
            let app = Arc::clone(&world.app);
            tokio::spawn(async move { audit::seal(&app).await.unwrap() })
        });
        let sealed: u64 = futures_util::future::join_all(sealers).await.into_iter().map(Result::unwrap).sum();
        assert_eq!(sealed, 40);
        audit::checkpoint(&world.app).await.unwrap();
        let report = audit::verify(&world.app).await.unwrap();
        assert!(report.is_clean() && report.links == 40, "{report}");
    }

    async fn a_log_longer_than_a_batch_is_sealed_and_read_whole(world: World) {
        let tx = world.begin().await;
        let mut proof = None;
        for _ in 0..1_203 {
            let act = Act::on(Category::Admin, "test", IdKind::Person, world.id());
            proof = Some(audit::record(&tx, world.app.ids.as_ref(), Actor::System, act).await.unwrap());
        }
        tx.commit(proof.unwrap()).await.unwrap();
        assert_eq!(audit::seal(&world.app).await.unwrap(), 1_203);
        audit::checkpoint(&world.app).await.unwrap();
        let report = audit::verify(&world.app).await.unwrap();
        assert!(report.is_clean() && report.links == 1_203, "{report}");
    }

    /// The loop wakes with the commit, marks the first links at once, and at the end leaves nothing unsealed.
    async fn the_sealer_follows_commits_and_ends_with_a_checkpoint(world: World) {
        let stop = CancellationToken::new();
        let sealer = tokio::spawn(audit::keep_sealing(Arc::clone(&world.app), stop.clone()));
        act(&world, 1).await;
        let mut commit = world.app.db.committed().notified();
        while entity::audit_link::Entity::find().one(world.app.db.read()).await.unwrap().is_none() {
            commit.await;
            commit = world.app.db.committed().notified();
        }
        act(&world, 3).await;
        stop.cancel();
        sealer.await.unwrap();
        let report = audit::verify(&world.app).await.unwrap();
        assert!(report.is_clean() && report.links == 4 && report.checkpoints >= 1, "{report}");
        use std::os::unix::fs::PermissionsExt as _;
        let key = std::fs::metadata(world.folder.join("keys/audit.ed25519")).unwrap();
        assert_eq!(key.permissions().mode() & 0o777, 0o600);
    }

    /// The loop vouches for the end at most every ten seconds, so what is cut off later than that is missed.
    async fn i37_an_end_that_was_cut_off_within_the_minute_is_found(world: World) {
        let stop = CancellationToken::new();
        let sealer = tokio::spawn(audit::keep_sealing(Arc::clone(&world.app), stop.clone()));
        let vouched = |lines: usize| {
            let file = world.folder.join("audit/checkpoints.jsonl");
            async move {
                while std::fs::read_to_string(&file).unwrap_or_default().lines().count() < lines {
                    tokio::task::yield_now().await;
                }
            }
        };
        act(&world, 2).await;
        vouched(1).await;
        world.clock.advance(jiff::SignedDuration::from_secs(11));
        act(&world, 2).await;
        vouched(2).await;
        stop.cancel();
        sealer.await.unwrap();
        let report = found_after(&world, &[
            "DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_link WHERE seq > 3)",
            "DELETE FROM audit_link WHERE seq > 3",
        ]).await;
        assert_eq!(report.findings, [Finding::CutOff { checkpoint: 4, found: 3 }], "{report}");
    }

    async fn i23_each_role_reads_its_part_of_the_log(world: World) {
        let office = world.secretariat().await;
        let (admin, desk) = (office.secretariat_admin().await, office.desk().await);
        let auditor = world.auditor("Auditor").await.person(&[Role::Au]).await;
        let agency = world.agency("Police").await;
        let (officer, other) = (agency.officer().await, agency.officer().await);
        let member = world.brand("Acme").await;
        let (head, analyst) = (member.admin().await, member.investigator().await);
        let lead = world.id();
        let (own, theirs) = (viewer(&officer).await, viewer(&analyst).await);
        record(&world, Actor::System, Category::Admin, world.id(), None, 1).await;
        record(&world, Actor::Person(&own), Category::Security, world.id(), None, 2).await;
        record(&world, Actor::Person(&own), Category::Content, world.id(), Some(lead), 3).await;
        // An administrative act about a lead is about the lead.
        record(&world, Actor::System, Category::Admin, world.id(), Some(lead), 4).await;
        record(&world, Actor::System, Category::Money, world.id(), None, 5).await;
        record(&world, Actor::Person(&theirs), Category::Security, world.id(), None, 6).await;
        record(&world, Actor::Person(&theirs), Category::Content, world.id(), Some(lead), 7).await;
        audit::seal(&world.app).await.unwrap();
        audit::checkpoint(&world.app).await.unwrap();

        assert_eq!(read(&auditor).await, [7, 6, 5, 4, 3, 2, 1]);
        assert_eq!(read(&admin).await, [6, 2, 1]);
        assert_eq!(read(&head).await, [6], "the lead is not visible to the member");
        assert_eq!(read(&world.brand("Other").await.admin().await).await, [0; 0]);
        assert_eq!(read(&officer).await, [2], "the lead is not visible to the officer");
        assert_eq!(read(&other).await, [0; 0]);
        let refused = audit::entries(&world.app, &viewer(&desk).await.as_ref().clone(), &Filter::default(), &all()).await;
        assert_eq!(refused.unwrap_err().code, ErrorCode::Forbidden);

        let rows = |seal: audit::Seal| (seal.sealed, seal.head.is_some(), seal.checkpoint.map(|(_, count)| count));
        let seal = |person: Person| async move { audit::seal_state(&person.world.app, viewer(&person).await.as_ref()).await.unwrap() };
        assert_eq!(rows(seal(auditor).await), (7, true, Some(7)));
        assert_eq!(rows(seal(admin).await), (3, false, None));
        assert_eq!(rows(seal(head).await), (1, false, None));
        assert_eq!(rows(seal(officer).await), (1, false, None));
    }

    async fn the_log_is_read_page_by_page_and_filtered(world: World) {
        let auditor = world.auditor("Auditor").await.person(&[Role::Au]).await;
        let objects = act(&world, 7).await;
        let viewer = viewer(&auditor).await;
        let page = |args: PageArgs| {
            let (app, viewer) = (Arc::clone(&world.app), Arc::clone(&viewer));
            async move { audit::entries(&app, &viewer, &Filter::default(), &args).await.unwrap() }
        };
        let first = page(PageArgs::read(Some(3), None, None, None).unwrap()).await;
        assert!(first.has_next && !first.has_previous);
        let (key, id, _) = first.rows[2];
        let second = page(PageArgs { after: Some((key, id)), ..all() }).await;
        assert_eq!(second.rows.len(), 4);
        let (key, id, _) = second.rows[0];
        let back = page(PageArgs { size: 2, before: Some((key, id)), backward: true, after: None }).await;
        let ids = |rows: &[(i64, Uuid, audit::Record)]| rows.iter().map(|(_, id, _)| *id).collect::<Vec<_>>();
        assert_eq!(ids(&back.rows), ids(&first.rows[1..]));
        let only = Filter { object: Some(objects[3]), ..Filter::default() };
        let found = audit::entries(&world.app, &viewer, &only, &all()).await.unwrap();
        assert_eq!(found.rows.len(), 1);
        let one = audit::entry(&world.app, &viewer, found.rows[0].1).await.unwrap();
        assert_eq!(one.unwrap().object, Some(objects[3]));
    }
}

fn all() -> PageArgs {
    PageArgs::read(Some(100), None, None, None).unwrap()
}

/// The numbers of the entries that somebody reads, latest first; nobody but the auditor sees places in the chain.
async fn read(person: &Person) -> Vec<u64> {
    let viewer = viewer(person).await;
    let page = audit::entries(&person.world.app, &viewer, &Filter::default(), &all())
        .await
        .unwrap();
    let records = page.rows.into_iter().map(|(_, _, record)| record);
    records
        .map(|record| {
            assert_eq!(record.seq.is_some(), viewer.roles == [Role::Au]);
            let detail: serde_json::Value = serde_json::from_str(&record.detail).unwrap();
            detail["number"].as_u64().unwrap()
        })
        .collect()
}
