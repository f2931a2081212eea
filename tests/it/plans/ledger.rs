//! What money moves by finds its rows by an index, however many there are: each statement as `src/funds/store` asks it.

use sea_orm::{ConnectionTrait as _, Statement, TransactionTrait as _};

use crate::both_databases;

/// The statements, with `ID` where an id is bound.
const HOT: &[&str] = &[
    "SELECT id FROM ledger_account WHERE fund_id = ID AND code = 'POOL'",
    "SELECT id FROM ledger_account WHERE kind = 'ALLOCATION' AND organization_id = ID AND closed_at IS NULL \
     ORDER BY created_at, id",
    "UPDATE ledger_account SET debits = debits + 1 WHERE id = ID AND credits >= debits + 1",
    "SELECT id FROM ledger_entry WHERE fund_id = ID ORDER BY at DESC, id DESC LIMIT 21",
    "SELECT id FROM ledger_entry WHERE fund_id = ID AND period = 1 AND id > ID ORDER BY id LIMIT 1000",
    "SELECT id FROM ledger_entry WHERE link_id = ID ORDER BY id",
    "SELECT id FROM ledger_entry WHERE hold_id = ID",
    "SELECT id FROM ledger_entry WHERE order_id = ID ORDER BY at, id",
    "SELECT id FROM ledger_entry WHERE reverses_id = ID",
    "SELECT id FROM ledger_entry WHERE clears_id = ID",
    "SELECT id FROM ledger_entry WHERE bank_line = 'a line'",
    "SELECT SUM(amount_minor) FROM ledger_entry WHERE debit_id = ID",
    "SELECT SUM(amount_minor) FROM ledger_entry WHERE credit_id = ID",
    "SELECT id FROM fund_hold WHERE state = 'OPEN' AND expires_at <= 1 ORDER BY expires_at, id LIMIT 500",
    "SELECT id FROM fund_hold WHERE allocation_id = ID ORDER BY created_at DESC, id DESC LIMIT 200",
    "SELECT id FROM fund_hold WHERE purchase_id = ID",
    "SELECT id FROM fund_order WHERE state = 'PROPOSED' ORDER BY proposed_at LIMIT 21",
    "SELECT id FROM fund_approval WHERE order_id = ID ORDER BY at, id",
    "SELECT id FROM fund_period WHERE fund_id = ID ORDER BY number DESC LIMIT 1",
    "SELECT SUM(amount_minor) FROM fund_demand WHERE allocation_id = ID",
    "SELECT id FROM suspense_explanation WHERE entry_id = ID",
];

/// Whether a plan goes by an index to what is asked for, and through no whole table.
fn goes_by_an_index(plan: &str, is_sqlite: bool) -> bool {
    match is_sqlite {
        true => plan.contains("SEARCH ") && !plan.contains("SCAN "),
        false => plan.contains("Index Cond: ") && !plan.contains("Seq Scan"),
    }
}

both_databases! {
    async fn what_money_moves_by_goes_by_an_index(world: World) {
        let db = &world.app.db;
        let (explain, column, id) = match db.is_sqlite() {
            true => ("EXPLAIN QUERY PLAN", "detail", "X'00000000000070008000000000000001'"),
            false => ("EXPLAIN", "QUERY PLAN", "'00000000-0000-7000-8000-000000000001'::uuid"),
        };
        let tx = db.write().begin().await.unwrap();
        if !db.is_sqlite() {
            // Tables without rows would be read whole, whatever indexes they have.
            tx.execute_unprepared("SET LOCAL enable_seqscan = off").await.unwrap();
        }
        for sql in HOT {
            let asked = Statement::from_string(db.backend(), format!("{explain} {}", sql.replace("ID", id)));
            let rows = tx.query_all_raw(asked).await.unwrap();
            let lines = rows.iter().map(|row| row.try_get::<String>("", column).unwrap());
            let plan = lines.collect::<Vec<_>>().join("\n");
            assert!(goes_by_an_index(&plan, db.is_sqlite()), "{sql}:\n{plan}");
        }
        tx.rollback().await.unwrap();
    }
}

#[test]
fn the_check_of_plans_catches_what_it_forbids() {
    assert!(goes_by_an_index("SEARCH fund_hold USING INDEX ix_a (state=?)", true));
    assert!(!goes_by_an_index("SCAN fund_hold", true));
    assert!(!goes_by_an_index("SCAN fund_hold USING INDEX ix_a", true));
    assert!(goes_by_an_index(
        "Index Scan using ix_a on fund_hold\n  Index Cond: (state = 'OPEN'::text)",
        false
    ));
    assert!(!goes_by_an_index(
        "Seq Scan on fund_hold\n  Filter: (state = 'OPEN'::text)",
        false
    ));
    assert!(!goes_by_an_index(
        "Index Scan using ix_a on fund_hold\n  Filter: (state = 'OPEN'::text)",
        false
    ));
}
