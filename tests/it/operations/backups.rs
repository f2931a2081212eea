//! A backup that is taken while people write, and what comes back from it.

use std::{
    collections::BTreeMap,
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use sea_orm::{ConnectionTrait as _, EntityTrait as _, PaginatorTrait as _, Statement};
use tokio_util::sync::CancellationToken;
use touchstone::{
    audit::{self, Act, Actor, Category},
    mail::{self, MailKind, NewMail},
    platform::{db::Db, ids::IdKind},
};
use uuid::Uuid;

use super::{complained, printed, program};
use crate::{
    both_databases,
    support::{Backend, Organization, TestDatabase, World},
};

fn backend(world: &World) -> Backend {
    if world.app.db.is_sqlite() {
        Backend::Sqlite
    } else {
        Backend::Postgres
    }
}

/// An empty place of the same kind, where a backup can go.
struct Target {
    database: TestDatabase,
    folder: PathBuf,
}

impl Target {
    async fn new(world: &World) -> Self {
        let database = TestDatabase::empty(backend(world)).await;
        let folder = database.folder.path().join("restored");
        Self { database, folder }
    }

    /// Where its database is: on SQLite in the restored folder.
    fn url(&self, world: &World) -> String {
        match backend(world) {
            Backend::Sqlite => touchstone::platform::db::sqlite_url(&self.folder.join("touchstone.sqlite")),
            Backend::Postgres => self.database.url.clone(),
        }
    }
}

/// Every file below a folder, by its path.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// Members who make leads until they are told to stop, and what was confirmed to them so far.
async fn writers(
    acme: &Organization,
    confirmed: &Arc<Mutex<Vec<Uuid>>>,
    stop: &CancellationToken,
) -> Vec<tokio::task::JoinHandle<()>> {
    let mut tasks = Vec::new();
    for _ in 0..3 {
        let author = acme.investigator().await;
        let (acme, confirmed, stop) = (acme.clone(), Arc::clone(confirmed), stop.clone());
        tasks.push(tokio::spawn(async move {
            while !stop.is_cancelled() {
                let lead = author.creates(&acme).await;
                confirmed.lock().unwrap().push(lead.id);
            }
        }));
    }
    tasks
}

async fn leads(db: &Db) -> Vec<Uuid> {
    let rows = entity::lead::Entity::find().all(db.read()).await.unwrap();
    rows.into_iter().map(|row| row.id).collect()
}

/// On PostgreSQL the constraints were checked anew when they were made; SQLite is asked.
async fn dangling(db: &Db) -> usize {
    if !db.is_sqlite() {
        return 0;
    }
    let sql = Statement::from_string(db.backend(), "PRAGMA foreign_key_check");
    db.read().query_all_raw(sql).await.unwrap().len()
}

async fn queues_a_mail(world: &World, person: Uuid) {
    let tx = world.begin().await;
    let mail = NewMail {
        person,
        kind: MailKind::Digest,
        window_start: 1,
        subject: None,
    };
    assert!(mail::enqueue(&tx, world.app.ids.as_ref(), mail).await.unwrap());
    let act = Act::on(Category::Admin, "test", IdKind::Person, person);
    let proof = audit::record(&tx, world.app.ids.as_ref(), Actor::System, act)
        .await
        .unwrap();
    tx.commit(proof).await.unwrap();
}

both_databases! {
    async fn a_backup_taken_under_load_has_all_that_was_confirmed_before_and_comes_back_whole(world: World) {
        let acme = world.brand("Acme").await;
        queues_a_mail(&world, acme.investigator().await.id).await;
        let (confirmed, stop) = (Arc::<Mutex<Vec<Uuid>>>::default(), CancellationToken::new());
        let tasks = writers(&acme, &confirmed, &stop).await;
        while confirmed.lock().unwrap().len() < 10 {
            tokio::task::yield_now().await;
        }
        let place = tempfile::tempdir().unwrap();
        let backup = place.path().join("backup");
        let before = confirmed.lock().unwrap().clone();
        let taken = program(&world.url, &world.folder, &["backup", backup.to_str().unwrap()]).await;
        let during = confirmed.lock().unwrap().len() - before.len();
        stop.cancel();
        for task in tasks {
            task.await.unwrap();
        }
        assert!(taken.status.success(), "{taken:?}");
        assert!(during > 0, "nobody wrote meanwhile");

        let target = Target::new(&world).await;
        let url = target.url(&world);
        let restored = program(&url, &target.folder, &["restore", backup.to_str().unwrap()]).await;
        assert!(restored.status.success(), "{restored:?}");
        assert!(printed(&restored).contains("nothing is amiss"), "{restored:?}");
        let verified = program(&url, &target.folder, &["audit", "verify"]).await;
        assert!(verified.status.success(), "{verified:?}");

        let db = Db::open(&url, 1).await.unwrap();
        let found = leads(&db).await;
        assert!(before.iter().all(|lead| found.contains(lead)), "a confirmed lead is missing");
        assert_eq!(dangling(&db).await, 0);
        let mails = entity::mail::Entity::find().all(db.read()).await.unwrap();
        let fates: Vec<_> = mails.iter().map(|mail| (mail.state.as_str(), mail.error.as_deref())).collect();
        assert_eq!(fates, [("UNKNOWN", Some("RESTORED"))], "perhaps it went out since: nobody sends it again");
        let actions = entity::audit_entry::Entity::find().all(db.read()).await.unwrap();
        assert!(actions.iter().any(|entry| entry.action == "restoreBackup"));
        assert_eq!(entity::audit_pending::Entity::find().count(db.read()).await.unwrap(), 0);
        db.close().await;

        let keys = files(&target.folder.join("keys"));
        assert_eq!(keys, files(&world.folder.join("keys")));
        assert!(!keys.is_empty());
        for folder in [&backup, &target.folder] {
            for file in files(folder).keys() {
                let mode = fs::metadata(folder.join(file)).unwrap().permissions().mode() & 0o777;
                assert!(mode == 0o600 || file.ends_with("checkpoints.lock") || file.to_string_lossy().contains("touchstone.sqlite-"), "{file:?}: {mode:o}");
            }
        }
        target.database.drop().await;
    }

    async fn a_restored_service_knows_its_people_and_their_sessions(world: World) {
        let person = world.brand("Acme").await.investigator().await;
        let invited = program(&world.url, &world.folder, &["admin", "create", "--email", "ada@alliance.example", "--name", "Ada Ruiz"]).await;
        assert!(invited.status.success(), "{invited:?}");
        let place = tempfile::tempdir().unwrap();
        let backup = place.path().join("backup");
        let taken = program(&world.url, &world.folder, &["backup", backup.to_str().unwrap()]).await;
        assert!(taken.status.success(), "{taken:?}");
        let target = Target::new(&world).await;
        let url = target.url(&world);
        let restored = program(&url, &target.folder, &["restore", backup.to_str().unwrap()]).await;
        assert!(restored.status.success(), "{restored:?}");
        let there = World::new(&url, &target.folder).await;
        let viewer = touchstone::members::viewer(there.app.db.read(), person.id).await.unwrap();
        assert!(viewer.is_some());
        there.app.db.clone().close().await;
        target.database.drop().await;
    }

    async fn a_backup_goes_only_where_nothing_is(world: World) {
        world.brand("Acme").await;
        let place = tempfile::tempdir().unwrap();
        let backup = place.path().join("backup");
        let taken = program(&world.url, &world.folder, &["backup", backup.to_str().unwrap()]).await;
        assert!(taken.status.success(), "{taken:?}");
        let before = files(&backup);
        let again = program(&world.url, &world.folder, &["backup", backup.to_str().unwrap()]).await;
        assert_eq!(again.status.code(), Some(1));
        assert!(complained(&again).contains("is not empty"), "{again:?}");
        assert_eq!(files(&backup), before);

        let refused = world.nothing_changes(program(&world.url, &world.folder, &["restore", backup.to_str().unwrap()])).await;
        assert_eq!(refused.status.code(), Some(1), "{refused:?}");
        let elsewhere = place.path().join("elsewhere");
        let refused = world.nothing_changes(program(&world.url, &elsewhere, &["restore", backup.to_str().unwrap()])).await;
        assert_eq!(refused.status.code(), Some(1), "the database is there already: {refused:?}");
        assert!(!elsewhere.exists());
    }

    async fn a_backup_in_which_a_byte_was_changed_is_not_restored(world: World) {
        world.brand("Acme").await;
        let place = tempfile::tempdir().unwrap();
        let backup = place.path().join("backup");
        let taken = program(&world.url, &world.folder, &["backup", backup.to_str().unwrap()]).await;
        assert!(taken.status.success(), "{taken:?}");
        let target = Target::new(&world).await;
        let url = target.url(&world);
        let whole = files(&backup);
        for changed in whole.keys() {
            let path = backup.join(changed);
            let mut bytes = whole[changed].clone();
            match bytes.last_mut() {
                Some(last) => *last ^= 1,
                None => bytes.push(1),
            }
            fs::write(&path, bytes).unwrap();
            let refused = program(&url, &target.folder, &["restore", backup.to_str().unwrap()]).await;
            assert_eq!(refused.status.code(), Some(1), "{changed:?}: {refused:?}");
            assert!(!target.folder.exists(), "{changed:?}");
            fs::write(&path, &whole[changed]).unwrap();
        }
        fs::remove_file(backup.join("manifest.json")).unwrap();
        let refused = program(&url, &target.folder, &["restore", backup.to_str().unwrap()]).await;
        assert_eq!(refused.status.code(), Some(1), "a folder without a manifest is no backup");
        target.database.drop().await;
    }
}

#[test]
fn where_nothing_is_nothing_is_made() {
    let place = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let (missing, backup) = (place.path().join("data"), place.path().join("backup"));
    let url = touchstone::platform::db::sqlite_url(&missing.join("touchstone.sqlite"));
    let refused = runtime.block_on(program(&url, &missing, &["backup", backup.to_str().unwrap()]));
    assert_eq!(refused.status.code(), Some(1));
    assert!(complained(&refused).contains("no data folder"), "{refused:?}");
    assert!(!missing.exists() && !backup.exists());
}
