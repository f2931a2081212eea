//! A database of its own for every test, cloned from a template that is migrated once.
//!
//! Several test programs may run at once, so templates are made under a lock that all processes see: a file
//! lock for SQLite, an advisory lock for PostgreSQL. A template is named after the migrations' text and the entities
//! play no part in it, so a changed migration makes a new one.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use sea_orm::{ConnectionTrait as _, Database, DatabaseConnection};
use sha2::{Digest as _, Sha256};
use touchstone::platform::db::{Db, sqlite_url};

/// Which database a test runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    Sqlite,
    Postgres,
}

/// A test's own database and folder, gone afterwards.
pub struct TestDatabase {
    pub url: String,
    /// The test's own folder, for keys, mails and checkpoints.
    pub folder: tempfile::TempDir,
    /// The PostgreSQL database to drop.
    name: Option<String>,
}

impl TestDatabase {
    /// A database with every migration applied and no rows but theirs.
    pub async fn migrated(backend: Backend) -> Self {
        let folder = tempfile::tempdir().unwrap();
        match backend {
            Backend::Sqlite => {
                let file = folder.path().join("touchstone.sqlite");
                fs::copy(sqlite_template().await, &file).unwrap();
                Self::sqlite(folder, &file)
            }
            Backend::Postgres => {
                let template = postgres_template().await;
                // Copied file by file: a log of the copy would be for nobody.
                Self::postgres(folder, &format!("TEMPLATE {template} STRATEGY FILE_COPY")).await
            }
        }
    }

    /// A database without anything in it.
    pub async fn empty(backend: Backend) -> Self {
        let folder = tempfile::tempdir().unwrap();
        match backend {
            Backend::Sqlite => {
                let file = folder.path().join("touchstone.sqlite");
                Self::sqlite(folder, &file)
            }
            Backend::Postgres => Self::postgres(folder, "TEMPLATE template0").await,
        }
    }

    fn sqlite(folder: tempfile::TempDir, file: &Path) -> Self {
        Self {
            url: sqlite_url(file),
            folder,
            name: None,
        }
    }

    async fn postgres(folder: tempfile::TempDir, options: &str) -> Self {
        let unique = folder.path().file_name().unwrap().to_string_lossy().to_lowercase();
        let name = format!(
            "test_{}_{}",
            std::process::id(),
            unique.replace(|c: char| !c.is_alphanumeric(), "")
        );
        let server = Database::connect(postgres_url()).await.unwrap();
        run(&server, &format!("CREATE DATABASE {name} {options}")).await;
        server.close().await.unwrap();
        Self {
            url: postgres_database_url(&name),
            folder,
            name: Some(name),
        }
    }

    /// Drops what the file system does not forget by itself.
    pub async fn drop(self) {
        if let Some(name) = &self.name {
            let server = Database::connect(postgres_url()).await.unwrap();
            run(&server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
            server.close().await.unwrap();
        }
    }
}

async fn run(server: &DatabaseConnection, statement: &str) {
    server.execute_unprepared(statement).await.unwrap();
}

/// SHA-256 over the migrations, shortened.
fn migrations_hash() -> &'static str {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migration/src");
        let mut files: Vec<PathBuf> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        files.sort();
        let mut hash = Sha256::new();
        for file in files {
            hash.update(fs::read(file).unwrap());
        }
        format!("{:x}", hash.finalize())[..16].to_owned()
    })
}

async fn sqlite_template() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let template = folder.join(format!("template-{}.sqlite", migrations_hash()));
    let lock = fs::File::create(folder.join("template.lock")).unwrap();
    lock.lock().unwrap();
    if !template.exists() {
        let making = tempfile::tempdir_in(folder).unwrap();
        let file = making.path().join("making.sqlite");
        migrate(&sqlite_url(&file)).await;
        fs::rename(file, &template).unwrap();
    }
    template
}

async fn postgres_template() -> String {
    let template = format!("touchstone_template_{}", migrations_hash());
    let server = Database::connect(postgres_url()).await.unwrap();
    // One connection holds the lock, whichever the pool hands out for the rest.
    let lock = sea_orm::TransactionTrait::begin(&server).await.unwrap();
    lock.execute_unprepared("SELECT pg_advisory_xact_lock(7461999)")
        .await
        .unwrap();
    let known = format!("SELECT 1 AS known FROM pg_database WHERE datname = '{template}'");
    let known = sea_orm::Statement::from_string(sea_orm::DatabaseBackend::Postgres, known);
    if lock.query_one_raw(known).await.unwrap().is_none() {
        run(
            &server,
            &format!("DROP DATABASE IF EXISTS {template}_making WITH (FORCE)"),
        )
        .await;
        run(
            &server,
            &format!("CREATE DATABASE {template}_making TEMPLATE template0"),
        )
        .await;
        migrate(&postgres_database_url(&format!("{template}_making"))).await;
        run(
            &server,
            &format!("ALTER DATABASE {template}_making RENAME TO {template}"),
        )
        .await;
    }
    lock.commit().await.unwrap();
    server.close().await.unwrap();
    template
}

async fn migrate(url: &str) {
    let db = Db::open(url, 2).await.unwrap();
    db.migrate().await.unwrap();
    if db.is_sqlite() {
        db.write()
            .execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)")
            .await
            .unwrap();
    }
    db.close().await;
}

/// Where tests find PostgreSQL. Without it they fail: half of a suite that is silently left out proves nothing.
#[expect(
    clippy::disallowed_methods,
    reason = "where the tests' PostgreSQL listens is no setting of the product"
)]
pub fn postgres_url() -> &'static str {
    static URL: OnceLock<String> = OnceLock::new();
    URL.get_or_init(|| {
        std::env::var("TOUCHSTONE_TEST_POSTGRES_URL").unwrap_or_else(|_| {
            panic!(
                "this test needs PostgreSQL: run `scripts/with-postgres cargo test` (or `make test`), \
                 or name a server in TOUCHSTONE_TEST_POSTGRES_URL"
            )
        })
    })
}

fn postgres_database_url(name: &str) -> String {
    let mut url = url::Url::parse(postgres_url()).unwrap();
    url.set_path(name);
    url.into()
}
