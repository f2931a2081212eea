//! The funds that are measured, written straight into the tables, once: each with money in an allocation, and holds
//! that are put on top of. Their ids are counted, so that pgbench can tell them as well.

use sea_orm::{ConnectionTrait as _, TransactionTrait as _, Value};
use touchstone::{app::App, platform::db::Sql};
use uuid::Uuid;

use super::CLIENTS;
use crate::{Done, dataset, load::Home};

/// Minor units in each allocation: more than is ever taken.
const MONEY: i64 = 1_000_000_000_000;
/// When all of it happened, and when the holds end: 2026 and 2096.
const BEGUN: i64 = 1_767_225_600_000_000;
const ENDS: i64 = 3_976_214_400_000_000;

/// What everybody draws on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spread {
    /// One allocation of one fund.
    OneFund,
    /// Each on one of a fund of its own.
    ManyFunds,
}

impl Spread {
    pub fn name(self) -> &'static str {
        match self {
            Self::OneFund => "one hot fund",
            Self::ManyFunds => "a fund each",
        }
    }

    /// The number of a client's fund.
    pub fn fund(self, client: u64) -> u64 {
        match self {
            Self::OneFund => 0,
            Self::ManyFunds => client,
        }
    }

    /// A client's hold.
    pub fn hold(self, client: u64) -> Uuid {
        id(HOLD, of_client(self.fund(client), client))
    }
}

/// Kinds of rows, as the first number of their ids.
pub const FUND: u64 = 1;
const BANK: u64 = 2;
const POOL: u64 = 3;
pub const ALLOCATION: u64 = 4;
pub const HELD: u64 = 5;
pub const HOLD: u64 = 6;
const PAID: u64 = 7;
const GIVEN: u64 = 8;
const KEPT: u64 = 9;

/// The beginning of the ids of a kind; twelve digits follow.
pub fn stem(kind: u64) -> String {
    format!("{kind:08}-0000-7000-8000-")
}

/// The id of a row by its number.
pub fn id(kind: u64, number: u64) -> Uuid {
    Uuid::parse_str(&format!("{}{number:012}", stem(kind))).unwrap_or_default()
}

/// The number of a client's hold in a fund.
pub fn of_client(fund: u64, client: u64) -> u64 {
    fund * 100 + client
}

/// Who posts.
pub fn person() -> Uuid {
    dataset::person(0, 1)
}

/// Makes the funds where they are not there yet.
///
/// # Errors
/// Where the database refuses a row.
pub async fn ensure(home: &Home, app: &App) -> Done<()> {
    let funded = home.folder.join("funded");
    if funded.exists() {
        return Ok(());
    }
    let tx = app.db.write().begin().await?;
    for row in (0..CLIENTS).flat_map(rows) {
        tx.execute_raw(row.statement(app.db.backend())).await?;
    }
    tx.commit().await?;
    std::fs::write(funded, "")?;
    Ok(())
}

/// The rows of a fund: in the first one everybody has a hold, in the others one client.
fn rows(fund: u64) -> Vec<Sql> {
    let clients = if fund == 0 { 0..CLIENTS } else { fund..fund + 1 };
    let holds = i64::try_from(clients.clone().count()).unwrap_or_default();
    let mut rows = vec![
        fund_row(fund),
        account(BANK, fund, ("BANK", "BANK"), (MONEY, 0)),
        account(POOL, fund, ("POOL", "POOL"), (MONEY, MONEY)),
        account(ALLOCATION, fund, ("ALLOCATION", "ALLOCATION/bench"), (holds, MONEY)),
        entry(PAID, fund, ("CONTRIBUTION", MONEY), (id(BANK, fund), id(POOL, fund))),
        entry(
            GIVEN,
            fund,
            ("ALLOCATION", MONEY),
            (id(POOL, fund), id(ALLOCATION, fund)),
        ),
    ];
    for client in clients {
        let number = of_client(fund, client);
        let held = (id(ALLOCATION, fund), id(HELD, number));
        rows.push(held_account(fund, number));
        rows.push(hold_row(fund, number));
        rows.push(entry_of(KEPT, number, fund, ("HOLD", 1), held, Some(id(HOLD, number))));
    }
    rows
}

fn fund_row(fund: u64) -> Sql {
    insert(
        "fund",
        "id, reference, name, currency, period, created_by, version, created_at",
        vec![
            id(FUND, fund).into(),
            format!("FN-BENCH-{fund}").into(),
            format!("Fund {fund}").into(),
            "CNY".into(),
            1_i32.into(),
            person().into(),
            1_i32.into(),
            BEGUN.into(),
        ],
    )
}

fn account(of: u64, fund: u64, names: (&str, &str), counters: (i64, i64)) -> Sql {
    account_of(id(of, fund), fund, names, counters)
}

fn held_account(fund: u64, number: u64) -> Sql {
    account_of(id(HELD, number), fund, ("HELD", &format!("HELD/{number}")), (0, 1))
}

fn account_of(id: Uuid, fund: u64, (kind, code): (&str, &str), (debits, credits): (i64, i64)) -> Sql {
    let organization = (kind == "ALLOCATION" || kind == "HELD").then(|| dataset::organization(0));
    let normal = if kind == "BANK" { "DEBIT" } else { "CREDIT" };
    insert(
        "ledger_account",
        "id, fund_id, code, kind, normal, floats, organization_id, debits, credits, created_at",
        vec![
            id.into(),
            self::id(FUND, fund).into(),
            code.into(),
            kind.into(),
            normal.into(),
            false.into(),
            organization.into(),
            debits.into(),
            credits.into(),
            BEGUN.into(),
        ],
    )
}

fn entry(of: u64, fund: u64, what: (&str, i64), sides: (Uuid, Uuid)) -> Sql {
    entry_of(of, fund, fund, what, sides, None)
}

fn entry_of(
    of: u64,
    number: u64,
    fund: u64,
    (kind, minor): (&str, i64),
    (debit, credit): (Uuid, Uuid),
    hold: Option<Uuid>,
) -> Sql {
    let own = id(of, number);
    insert(
        "ledger_entry",
        "id, fund_id, kind, of_kind, debit_id, credit_id, amount_minor, period, link_id, hold_id, at",
        vec![
            own.into(),
            id(FUND, fund).into(),
            kind.into(),
            kind.into(),
            debit.into(),
            credit.into(),
            minor.into(),
            1_i32.into(),
            own.into(),
            hold.into(),
            BEGUN.into(),
        ],
    )
}

fn hold_row(fund: u64, number: u64) -> Sql {
    insert(
        "fund_hold",
        "id, fund_id, allocation_id, account_id, purchase_id, amount_minor, captured_minor, refunded_minor, \
         pooled_minor, currency, state, expires_at, created_at",
        vec![
            id(HOLD, number).into(),
            id(FUND, fund).into(),
            id(ALLOCATION, fund).into(),
            id(HELD, number).into(),
            id(HOLD, number).into(),
            1_i64.into(),
            0_i64.into(),
            0_i64.into(),
            0_i64.into(),
            "CNY".into(),
            "OPEN".into(),
            ENDS.into(),
            BEGUN.into(),
        ],
    )
}

fn insert(table: &str, columns: &str, values: Vec<Value>) -> Sql {
    let mut sql = Sql::new(&format!("INSERT INTO {table} ({columns}) VALUES ("));
    for (place, value) in values.into_iter().enumerate() {
        sql.push(if place == 0 { "" } else { ", " }).bind(value);
    }
    sql.push(")");
    sql
}
