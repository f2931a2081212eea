//! The floor: the same rows under the same locks by hand, a transaction of a few statements. Left out is whatever finds
//! accounts, and the reading of what was just written.

use std::{
    process::Command,
    time::{Duration, Instant},
};

use hdrhistogram::Histogram;
use sea_orm::sqlx::{
    Connection as _, Executor as _, Sqlite, SqliteConnection, query, query::Query, sqlite::SqliteArguments,
};
use touchstone::platform::{
    clock::{Clock as _, SystemClock, micros},
    ids::{Ids as _, SystemIds},
};
use uuid::Uuid;

use super::{
    CLIENTS, Pace,
    books::{self, ALLOCATION, FUND, HELD, HOLD, Spread, id, of_client, stem},
    paced,
};
use crate::{Done, load::Home, pgbench};

/// What a statement binds.
#[derive(Debug, Clone, Copy)]
enum Bound {
    Fund,
    Allocation,
    Held,
    Hold,
    Person,
    /// An id of its own, another for each place.
    New(usize),
    Now,
}

use Bound::{Allocation, Fund, Held, Hold, New, Now, Person};

/// A statement of the transaction, how it locks on PostgreSQL, and what it binds.
struct Step(&'static str, &'static str, &'static [Bound]);

/// The fund is shared by a lock beside its row, as the product does it, so that who closes a period has a place in the line.
const IN_LINE: &str = " AND pg_advisory_xact_lock_shared(hashtextextended(id::text, 0)) IS NOT NULL";

const STEPS: [Step; 6] = [
    Step("SELECT period, currency FROM fund WHERE id = $1", IN_LINE, &[Fund]),
    Step(
        "SELECT amount_minor, captured_minor, refunded_minor, state, expires_at FROM fund_hold WHERE id = $1",
        " FOR UPDATE",
        &[Hold],
    ),
    Step(
        "UPDATE fund_hold SET amount_minor = amount_minor + 1 WHERE id = $1",
        "",
        &[Hold],
    ),
    Step(
        "UPDATE ledger_account SET debits = debits + 1 WHERE id = $1 AND credits >= debits + 1",
        "",
        &[Allocation],
    ),
    Step(
        "UPDATE ledger_account SET credits = credits + 1 WHERE id = $1",
        "",
        &[Held],
    ),
    Step(
        "INSERT INTO ledger_entry (id, fund_id, kind, of_kind, debit_id, credit_id, amount_minor, period, link_id, \
         hold_id, recorded_by, at) VALUES ($1, $2, 'TOP_UP', 'TOP_UP', $3, $4, 1, 1, $5, $6, $7, $8)",
        "",
        &[New(0), Fund, Allocation, Held, New(1), Hold, Person, Now],
    ),
];

/// The audit entry, and that it waits to be sealed.
const AUDITED: [Step; 2] = [
    Step(
        "INSERT INTO audit_entry (id, at, category, action, object_kind, object_id, detail) \
         VALUES ($1, $2, 'MONEY', 'bench', 'fundhold', $3, 'null')",
        "",
        &[New(2), Now, Hold],
    ),
    Step("INSERT INTO audit_pending (entry_id) VALUES ($1)", "", &[New(2)]),
];

/// A posting of a client on SQLite.
struct Posting {
    fund: u64,
    number: u64,
    new: [Uuid; 3],
    now: i64,
}

impl Posting {
    fn of(spread: Spread, client: u64) -> Self {
        let (fund, now) = (spread.fund(client), SystemClock.now());
        Self {
            fund,
            number: of_client(fund, client),
            new: [(); 3].map(|()| SystemIds.id(now)),
            now: micros(now),
        }
    }

    /// The id that is bound; nothing where it is no id.
    fn id(&self, bound: Bound) -> Option<Uuid> {
        match bound {
            Fund => Some(id(FUND, self.fund)),
            Allocation => Some(id(ALLOCATION, self.fund)),
            Held => Some(id(HELD, self.number)),
            Hold => Some(id(HOLD, self.number)),
            Person => Some(books::person()),
            New(place) => self.new.get(place).copied(),
            Now => None,
        }
    }

    /// A statement with what it binds.
    fn bound<'q>(
        &self,
        statement: Query<'q, Sqlite, SqliteArguments>,
        bound: &[Bound],
    ) -> Query<'q, Sqlite, SqliteArguments> {
        bound.iter().fold(statement, |statement, bound| match self.id(*bound) {
            Some(id) => statement.bind(id),
            None => statement.bind(self.now),
        })
    }
}

/// By one connection, which is as many as may write: each client in turn.
///
/// # Errors
/// Where the database refuses it.
pub(super) async fn on_sqlite(home: &Home, spread: Spread, time: Duration) -> Done<Pace> {
    let mut connection = SqliteConnection::connect(&home.url).await?;
    // As the product writes.
    connection.execute("PRAGMA synchronous = FULL").await?;
    connection.execute("PRAGMA cache_size = -16000").await?;
    let mut latency = Histogram::new_with_bounds(1, 60_000_000, 3)?;
    let begin = Instant::now();
    for client in (0..CLIENTS).cycle() {
        let begun = Instant::now();
        if begun >= begin + time {
            break;
        }
        let posting = Posting::of(spread, client);
        let mut tx = connection.begin().await?;
        for Step(sql, _, bound) in STEPS.iter().chain(&AUDITED) {
            let statement = posting.bound(query(*sql), bound);
            statement.execute(&mut *tx).await?;
        }
        tx.commit().await?;
        latency.record(u64::try_from(begun.elapsed().as_micros())?)?;
    }
    let pace = paced(&latency, begin.elapsed());
    connection.close().await?;
    Ok(pace)
}

/// What pgbench puts where a statement binds something.
fn expression(bound: Bound) -> String {
    let counted = |kind: u64, variable: &str| format!("('{}' || lpad((:{variable})::text, 12, '0'))::uuid", stem(kind));
    match bound {
        Fund => counted(FUND, "fund"),
        Allocation => counted(ALLOCATION, "fund"),
        Held => counted(HELD, "number"),
        Hold => counted(HOLD, "number"),
        Person => format!("'{}'::uuid", books::person()),
        New(_) => "gen_random_uuid()".to_owned(),
        Now => "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint".to_owned(),
    }
}

fn written(Step(sql, lock, bound): &Step) -> String {
    let text = bound
        .iter()
        .enumerate()
        .fold((*sql).to_owned(), |text, (place, bound)| {
            text.replace(&format!("${}", place + 1), &expression(*bound))
        });
    format!("{text}{lock}")
}

/// The transaction as pgbench takes it. Both rows of the audit log are one statement there, as they have an id in
/// common that the database makes.
fn script(spread: Spread) -> String {
    let fund = match spread {
        Spread::OneFund => "0",
        Spread::ManyFunds => ":client_id",
    };
    let mut lines = vec![
        format!("\\set fund {fund}"),
        "\\set number :fund * 100 + :client_id".to_owned(),
        "BEGIN;".to_owned(),
    ];
    lines.extend(STEPS.iter().map(|step| format!("{};", written(step))));
    let [entry, _] = &AUDITED;
    lines.push(format!(
        "WITH new AS ({} RETURNING id) INSERT INTO audit_pending (entry_id) SELECT id FROM new;",
        written(entry)
    ));
    lines.push("COMMIT;\n".to_owned());
    lines.join("\n")
}

/// Through pgbench, as many clients as ours.
///
/// # Errors
/// Where pgbench is not there or a statement fails.
pub(super) fn by_pgbench(home: &Home, spread: Spread, time: Duration) -> Done<Pace> {
    let file = home.folder.join("postings.sql");
    std::fs::write(&file, script(spread))?;
    let (clients, seconds) = (CLIENTS.to_string(), time.as_secs().max(1).to_string());
    let output = Command::new(pgbench::program()?)
        .args(["-n", "-M", "prepared", "-j", "1", "-c", &clients, "-T", &seconds, "-f"])
        .arg(&file)
        .arg(&home.url)
        .output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() {
        return Err(format!("pgbench: {text}{}", String::from_utf8_lossy(&output.stderr)).into());
    }
    let number = |start: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(start));
        line.and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok())
    };
    Ok(Pace {
        per_second: number("tps = ").ok_or("pgbench says nothing")?,
        mean: number("latency average = ").unwrap_or(f64::NAN),
        p99: None,
    })
}
