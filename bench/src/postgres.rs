//! PostgreSQL from outside: databases, statements, processor time.

use sea_orm::sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection, query_scalar};

use crate::{Done, machine};

/// The URL of a database of that name; made anew unless it is to be `kept`.
///
/// # Errors
/// Where the server does not let us.
pub async fn database(server: &str, name: &str, kept: bool) -> Done<String> {
    let mut connection = PgConnection::connect(server).await?;
    if !kept {
        connection
            .execute(AssertSqlSafe(format!("DROP DATABASE IF EXISTS {name}")))
            .await?;
        connection
            .execute(AssertSqlSafe(format!("CREATE DATABASE {name}")))
            .await?;
    }
    // Plainly, as every contestant's driver understands it.
    let plain = server.split('?').next().unwrap_or(server);
    let (host, _) = plain.rsplit_once('/').ok_or("the server's URL names no database")?;
    Ok(format!("{host}/{name}"))
}

/// A server that is looked at while it works.
#[derive(Debug)]
pub struct Watched {
    url: String,
    postmaster: u32,
}

impl Watched {
    /// Watches the server of a database; it has to run on this machine.
    ///
    /// # Errors
    /// Where it does not answer, or is elsewhere.
    pub async fn at(url: &str) -> Done<Self> {
        let mut connection = PgConnection::connect(url).await?;
        let backend: i32 = query_scalar("SELECT pg_backend_pid()")
            .fetch_one(&mut connection)
            .await?;
        let postmaster = machine::parent(u32::try_from(backend)?)?;
        connection
            .execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements")
            .await?;
        Ok(Self {
            url: url.to_owned(),
            postmaster,
        })
    }

    /// Microseconds of processor that the server's processes have used so far.
    ///
    /// # Errors
    /// Where the server is gone.
    pub fn processor(&self) -> Done<u64> {
        machine::family_processor(self.postmaster)
    }

    /// How many statements it has run for others since the last time; counts only while `counting`.
    ///
    /// # Errors
    /// Where it does not answer.
    pub async fn counted(&self) -> Done<i64> {
        let mut connection = PgConnection::connect(&self.url).await?;
        let calls =
            "SELECT COALESCE(SUM(calls), 0)::bigint FROM pg_stat_statements WHERE query !~ 'pg_stat_statements'";
        let calls = query_scalar(calls).fetch_one(&mut connection).await?;
        connection.execute("SELECT pg_stat_statements_reset()").await?;
        Ok(calls)
    }

    /// Counts statements, or stops: counting costs time.
    ///
    /// # Errors
    /// Where it does not answer.
    pub async fn counting(&self, on: bool) -> Done<()> {
        let mut connection = PgConnection::connect(&self.url).await?;
        let track = if on { "top" } else { "none" };
        connection
            .execute(AssertSqlSafe(format!(
                "ALTER SYSTEM SET pg_stat_statements.track = '{track}'"
            )))
            .await?;
        connection.execute("SELECT pg_reload_conf()").await?;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        Ok(())
    }

    /// Writes what waits to be written, so that the next run does not pay for the last one.
    ///
    /// # Errors
    /// Where it does not answer.
    pub async fn settle(&self) -> Done<()> {
        let mut connection = PgConnection::connect(&self.url).await?;
        connection.execute("CHECKPOINT").await?;
        Ok(())
    }
}
