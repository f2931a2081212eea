//! Loads the alliance into a database, once: later runs find it there.
//!
//! PostgreSQL takes it by `COPY`, SQLite by long inserts; in both the audience's indexes are made at the end, and foreign
//! keys are trusted.

use std::{collections::BTreeMap, fmt::Write as _, path::PathBuf, sync::Arc};

use sea_orm::sqlx::{
    AssertSqlSafe, Connection as _, Executor as _, PgConnection, Row as _, Sqlite, SqliteConnection, query,
    query::Query, query_scalar, sqlite::SqliteArguments,
};
use touchstone::{app::App, platform::config::Config, sessions::hash_password};

use crate::{
    Done, Fault, Place,
    dataset::{Batch, Cell, DISCUSSED, ORGANIZATIONS, Rows, members, subjects::Gathered},
    people::{PASSWORD, VIEWERS},
    postgres,
    report::say,
};

/// Leads gathered before they are written.
const BATCH: u64 = 2_000;
/// Values that one statement of SQLite takes.
const VALUES: usize = 32_000;

/// A database that is loaded.
#[derive(Debug, Clone)]
pub struct Home {
    /// The product's data folder.
    pub folder: PathBuf,
    /// The product's `database_url`.
    pub url: String,
    /// How many leads it has.
    pub leads: u64,
    /// Whether it is SQLite.
    pub sqlite: bool,
}

impl Home {
    /// The service on it, to look things up by.
    ///
    /// # Errors
    /// Where the database is out of reach.
    pub async fn app(&self) -> Done<Arc<App>> {
        let values = BTreeMap::from([
            ("data_dir", self.folder.display().to_string()),
            ("database_url", self.url.clone()),
        ]);
        let config = Config::with(&values).map_err(|error| error.to_string())?;
        Ok(Arc::new(App::open(config).await?))
    }
}

/// The database with so many leads; `thin` leaves their children out but for the people who are measured.
///
/// # Errors
/// Where it cannot be made.
pub async fn ensure(place: &Place, leads: u64, thin: bool) -> Done<Home> {
    let sqlite = place.sqlite || place.postgres.is_none();
    let kind = if sqlite { "sqlite" } else { "postgres" };
    let name = format!("touchstone_{leads}{}", if thin { "_thin" } else { "" });
    let folder = place.folder.join(format!("{kind}-{name}"));
    let loaded = folder.join("loaded");
    let found = loaded.exists();
    let url = match (&place.postgres, sqlite) {
        (Some(server), false) => postgres::database(server, &name, found).await?,
        _ => format!(
            "sqlite:{}",
            std::path::absolute(&folder)?.join("touchstone.db").display()
        ),
    };
    let home = Home {
        folder: folder.clone(),
        url,
        leads,
        sqlite,
    };
    if found {
        return Ok(home);
    }
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    say(&format!("Loading {leads} leads into {kind} …\n"))?;
    let app = home.app().await?;
    app.db.migrate().await?;
    let hash = hash_password(&app, PASSWORD).await.map_err(|error| error.message)?;
    app.db.clone().close().await;
    let mut sink = Sink::open(&home).await?;
    sink.write(members(&hash)).await?;
    for begin in (0..leads).step_by(usize::try_from(BATCH)?) {
        let mut batch = Batch::default();
        for number in begin..leads.min(begin + BATCH) {
            let of_viewers = number % ORGANIZATIONS < VIEWERS && leads - number <= (DISCUSSED.end + 20) * ORGANIZATIONS;
            batch.add(leads, number, thin && !of_viewers);
        }
        sink.write(batch.finish()).await?;
    }
    sink.close().await?;
    std::fs::write(loaded, "")?;
    Ok(home)
}

/// Names subjects in every lead of a database, once: later runs find them there.
///
/// # Errors
/// Where it cannot be done.
pub async fn ensure_subjects(home: &Home) -> Done<()> {
    let (loaded, named) = (home.folder.join("loaded"), home.folder.join("named"));
    if named.exists() {
        return Ok(());
    }
    say(&format!("Naming subjects in {} leads …\n", home.leads))?;
    // Should it be broken off, everything is made anew.
    std::fs::remove_file(&loaded)?;
    let app = home.app().await?;
    app.db.migrate().await?;
    let key = app.keys.code("identifier", &[]);
    app.db.clone().close().await;
    let mut sink = Sink::open(home).await?;
    for begin in (0..home.leads).step_by(usize::try_from(BATCH)?) {
        let mut gathered = Gathered::default();
        for number in begin..home.leads.min(begin + BATCH) {
            gathered.add(&key, home.leads, number)?;
        }
        sink.write(gathered.finish()).await?;
    }
    sink.run("INSERT INTO identifier_use (hash, holders) SELECT hash, COUNT(*) FROM subject_identifier GROUP BY hash")
        .await?;
    sink.close().await?;
    std::fs::write(loaded, "")?;
    std::fs::write(named, "")?;
    Ok(())
}

/// Where rows go.
enum Sink {
    Postgres(Box<PgConnection>, Vec<String>),
    Sqlite(Box<SqliteConnection>, Vec<String>),
}

impl Sink {
    async fn open(home: &Home) -> Done<Self> {
        if home.sqlite {
            let mut connection = SqliteConnection::connect(&home.url).await?;
            for pragma in ["foreign_keys = OFF", "synchronous = OFF", "cache_size = -400000"] {
                connection.execute(AssertSqlSafe(format!("PRAGMA {pragma}"))).await?;
            }
            let found = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'audience' AND sql IS NOT NULL";
            let mut later = Vec::new();
            for row in query(found).fetch_all(&mut connection).await? {
                let name: String = row.get(0);
                connection.execute(AssertSqlSafe(format!("DROP INDEX {name}"))).await?;
                later.push(row.get(1));
            }
            return Ok(Self::Sqlite(Box::new(connection), later));
        }
        let mut connection = PgConnection::connect(&home.url).await?;
        connection.execute("SET session_replication_role = replica").await?;
        connection.execute("SET maintenance_work_mem = '512MB'").await?;
        let found = "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'audience' AND indexname LIKE 'ix_%'";
        let mut later = Vec::new();
        for row in query(found).fetch_all(&mut connection).await? {
            let name: String = row.get(0);
            connection.execute(AssertSqlSafe(format!("DROP INDEX {name}"))).await?;
            later.push(row.get(1));
        }
        Ok(Self::Postgres(Box::new(connection), later))
    }

    async fn write(&mut self, tables: Vec<Rows>) -> Done<()> {
        for rows in tables {
            match self {
                Self::Postgres(connection, _) => copy(connection, &rows).await?,
                Self::Sqlite(connection, _) => insert(connection, rows).await?,
            }
        }
        Ok(())
    }

    async fn run(&mut self, statement: &'static str) -> Done<()> {
        match self {
            Self::Postgres(connection, _) => {
                connection.execute(statement).await?;
            }
            Self::Sqlite(connection, _) => {
                connection.execute(statement).await?;
            }
        }
        Ok(())
    }

    async fn close(self) -> Done<()> {
        match self {
            Self::Postgres(mut connection, later) => {
                for index in later {
                    connection.execute(AssertSqlSafe(index)).await?;
                }
                connection.execute("VACUUM (ANALYZE, FREEZE)").await?;
                connection.execute("CHECKPOINT").await?;
            }
            Self::Sqlite(mut connection, later) => {
                for index in later {
                    connection.execute(AssertSqlSafe(index)).await?;
                }
                let _: String = query_scalar("PRAGMA integrity_check(1)")
                    .fetch_one(&mut *connection)
                    .await?;
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").await?;
                connection.close().await?;
            }
        }
        Ok(())
    }
}

async fn copy(connection: &mut PgConnection, rows: &Rows) -> Done<()> {
    let mut text = String::new();
    for cells in &rows.cells {
        for (at, cell) in cells.iter().enumerate() {
            text.push_str(if at == 0 { "" } else { "\t" });
            match cell {
                Cell::Null => text.push_str("\\N"),
                Cell::Text(value) => {
                    text.push_str(&value.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n"));
                }
                Cell::Whole(number) => write!(text, "{number}")?,
                Cell::Truth(truth) => text.push_str(if *truth { "t" } else { "f" }),
                Cell::Id(id) => write!(text, "{id}")?,
            }
        }
        text.push('\n');
    }
    let statement = format!("COPY {} ({}) FROM STDIN", rows.table, rows.columns);
    let mut copy = connection.copy_in_raw(&statement).await?;
    copy.send(text.into_bytes()).await?;
    copy.finish().await?;
    Ok(())
}

async fn insert(connection: &mut SqliteConnection, rows: Rows) -> Done<()> {
    let width = rows.cells.first().map_or(1, Vec::len);
    let places = format!("({})", vec!["?"; width].join(", "));
    let mut begun = connection.begin().await?;
    for some in rows.cells.chunks(VALUES / width) {
        let places = vec![places.as_str(); some.len()].join(", ");
        let sql = format!("INSERT INTO {} ({}) VALUES {places}", rows.table, rows.columns);
        let statement = query(AssertSqlSafe(sql)).persistent(some.len() == VALUES / width);
        some.iter()
            .flatten()
            .fold(statement, bound)
            .execute(&mut *begun)
            .await?;
    }
    begun.commit().await.map_err(Fault::from)
}

fn bound<'q>(query: Query<'q, Sqlite, SqliteArguments>, cell: &Cell) -> Query<'q, Sqlite, SqliteArguments> {
    match cell {
        Cell::Null => query.bind(None::<String>),
        Cell::Text(text) => query.bind(text.clone()),
        Cell::Whole(number) => query.bind(*number),
        Cell::Truth(truth) => query.bind(*truth),
        Cell::Id(id) => query.bind(*id),
    }
}
