//! The end of a period: over nothing that is open, and nothing of it moves afterwards.

use rand::{RngExt as _, SeedableRng as _, rngs::StdRng};
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};

use super::{
    TABLE,
    asking::{
        clears, does, id, in_suspense, line, line_id, lines, matches, matches_by_reference, minor, reckoned, table,
        unmatches,
    },
    imports, open_lines, statement, suspends,
};
use crate::{
    both_databases,
    funds::{Treasury, decides},
    support::Asks as _,
};

/// An order to close the period, to which nobody has agreed yet.
async fn closing(treasury: &Treasury) -> String {
    let close = json!({ "fundId": treasury.fund });
    let proposed = treasury.proposes("proposePeriodClose", close).await.ok();
    proposed.text("/proposePeriodClose/order/id")
}

/// The closed periods of the fund, as an auditor reads them.
async fn periods(treasury: &Treasury) -> Vec<Value> {
    let document = "query($id: ID!) { fund(id: $id) { periods { number hash entries lines { debits { amount } credits { amount } } } } }";
    let found = treasury
        .auditor
        .graphql(document, json!({ "id": treasury.fund }))
        .await
        .ok();
    found.list("/fund/periods").clone()
}

/// What lies between the bank and the ledger is explained to the last cent, and the books are right.
async fn is_explained(treasury: &Treasury, turn: &str) {
    for day in [7, 8, 9, 31] {
        let found = reckoned(&treasury.auditor, &treasury.fund, day).await;
        let explained =
            minor(&found, "openingDifference") + minor(&found, "openLinesTotal") - minor(&found, "outstandingTotal");
        assert_eq!(minor(&found, "difference"), explained, "{turn}, day {day}: {found}");
        let by_both = minor(&found, "statementClosing") - minor(&found, "ledgerClosing");
        assert_eq!(minor(&found, "difference"), by_both, "{turn}, day {day}: {found}");
    }
    treasury.is_right().await;
}

/// Two new lines after those that are there, the first one such that the ledger has it where it is given.
async fn imports_more(treasury: &Treasury, opening: &mut i64, turn: i64, known: Option<(i64, String)>) {
    let unknown = format!("X-{turn}");
    let (amount, reference) = known.unwrap_or((turn * 100 + 7, unknown));
    let other = format!("Y-{turn}");
    let rows = [(9, amount, reference.as_str(), ""), (9, turn + 1, other.as_str(), "")];
    let file = statement(&treasury.fund, &table(*opening, &rows));
    imports(&treasury.manager, &file).await.ok();
    *opening += amount + turn + 1;
}

both_databases! {
    async fn a_period_ends_over_nothing_that_is_open_and_nothing_of_it_moves_afterwards(world: World) {
        let treasury = Treasury::of(&world).await;
        treasury.contributes("100.00", "IN-1").await;
        imports(&treasury.manager, &statement(&treasury.fund, TABLE)).await.ok();
        let close = closing(&treasury).await;
        world.nothing_changes(async {
            decides(&treasury.first, "approveFundOrder", &close, 1).await.refused_with("TRANSITION_NOT_ALLOWED");
        }).await;
        suspends(&treasury.manager, &open_lines(&treasury.manager).await[0]).await.ok();
        world.nothing_changes(async {
            decides(&treasury.first, "approveFundOrder", &close, 1).await.refused_with("TRANSITION_NOT_ALLOWED");
        }).await;
        let waits = id(&in_suspense(&treasury.auditor, &treasury.fund).await[0]["entry"]);
        let said = json!({ "ledgerEntryId": waits, "text": "the payer was asked" });
        does(&treasury.manager, "explainSuspense", "fund { id }", said).await.ok();
        assert_eq!(in_suspense(&treasury.auditor, &treasury.fund).await[0]["explanation"], "the payer was asked");
        decides(&treasury.first, "approveFundOrder", &close, 1).await.ok();
        let sealed = periods(&treasury).await;
        assert_eq!((sealed.len(), sealed[0]["entries"].as_i64()), (1, Some(2)), "{sealed:?}");
        let of = async |reference: &str| id(&line(&treasury.auditor, reference).await["match"]);
        let (sure, suspended) = (of("IN-1").await, of("X-9").await);
        world.nothing_changes(async {
            for of in [&sure, &suspended] {
                unmatches(&treasury.manager, of, "not so").await.refused_with("TRANSITION_NOT_ALLOWED");
            }
        }).await;
        world.after_hours(1);
        clears(&treasury.second, &waits, "POOL").await.ok();
        imports(&treasury.manager, &statement(&treasury.fund, &table(12_500, &[(9, 500, "IN-2", "")]))).await.ok();
        treasury.contributes("5.00", "IN-2").await;
        matches_by_reference(&treasury.manager, &treasury.fund).await.ok();
        let later = of("IN-2").await;
        unmatches(&treasury.manager, &later, "to look again").await.ok();
        assert_eq!(periods(&treasury).await, sealed, "what comes later is in the next one");
        treasury.is_right().await;
    }

    async fn a_line_that_was_unmatched_keeps_a_period_open(world: World) {
        let treasury = Treasury::of(&world).await;
        treasury.contributes("100.00", "IN-1").await;
        imports(&treasury.manager, &statement(&treasury.fund, &table(0, &[(8, 10_000, "IN-1", "")]))).await.ok();
        let close = closing(&treasury).await;
        let of = id(&line(&treasury.manager, "IN-1").await["match"]);
        unmatches(&treasury.manager, &of, "to look again").await.ok();
        world.nothing_changes(async {
            decides(&treasury.first, "approveFundOrder", &close, 1).await.refused_with("TRANSITION_NOT_ALLOWED");
        }).await;
        matches_by_reference(&treasury.manager, &treasury.fund).await.ok();
        decides(&treasury.first, "approveFundOrder", &close, 1).await.ok();
        assert_eq!(periods(&treasury).await.len(), 1);
    }

    async fn a_line_of_another_fund_keeps_no_period_open(world: World) {
        let treasury = Treasury::of(&world).await;
        let other = crate::funds::creates_fund(&treasury.manager, "CNY").await;
        imports(&treasury.manager, &statement(&other, &table(0, &[(8, 10_000, "X-1", "")]))).await.ok();
        let close = closing(&treasury).await;
        decides(&treasury.first, "approveFundOrder", &close, 1).await.ok();
        assert_eq!(open_lines(&treasury.auditor).await.len(), 1);
    }

    async fn i05_what_the_bank_said_and_what_was_matched_can_only_grow(world: World) {
        let treasury = Treasury::of(&world).await;
        treasury.contributes("100.00", "IN-1").await;
        imports(&treasury.manager, &statement(&treasury.fund, TABLE)).await.ok();
        let of = id(&line(&treasury.manager, "IN-1").await["match"]);
        unmatches(&treasury.manager, &of, "to look again").await.ok();
        let db = world.app.db.write();
        world.nothing_changes(async {
            for (table, key) in [
                ("bank_file", "id"), ("bank_statement", "id"), ("bank_line", "id"), ("bank_match", "id"), ("bank_match_part", "id"),
                ("bank_unmatch", "match_id"),
            ] {
                let replace = if world.app.db.is_sqlite() {
                    format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
                } else {
                    format!("TRUNCATE {table} CASCADE")
                };
                for statement in [format!("UPDATE {table} SET {key} = {key}"), format!("DELETE FROM {table}"), replace] {
                    assert!(db.execute_unprepared(&statement).await.is_err(), "{statement}");
                }
            }
        }).await;
    }

    async fn i05_a_line_and_an_entry_stand_in_one_match_also_for_the_database(world: World) {
        let treasury = Treasury::of(&world).await;
        treasury.contributes("100.00", "IN-1").await;
        imports(&treasury.manager, &statement(&treasury.fund, TABLE)).await.ok();
        let db = world.app.db.write();
        world.nothing_changes(async {
            for table in ["bank_matched_line", "bank_matched_entry"] {
                let statement = format!("INSERT INTO {table} SELECT * FROM {table}");
                assert!(db.execute_unprepared(&statement).await.is_err(), "{statement}");
            }
        }).await;
    }

    async fn i01_i07_after_each_of_many_steps_the_difference_is_explained_to_the_last_cent(world: World) {
        let treasury = Treasury::of(&world).await;
        let mut rng = StdRng::seed_from_u64(4_853);
        let (mut opening, mut paid) = (0, Vec::new());
        for turn in 0..40_i64 {
            let open = open_lines(&treasury.manager).await;
            match rng.random_range(0..6_u8) {
                0 => {
                    let (amount, reference) = (turn * 50 + 3, format!("C-{turn}"));
                    treasury.contributes(&super::asking::decimal(amount), &reference).await;
                    paid.push((amount, reference));
                }
                1 => imports_more(&treasury, &mut opening, turn, paid.pop()).await,
                2 if !open.is_empty() => {
                    let picked = &open[rng.random_range(0..open.len())];
                    let code = suspends(&treasury.manager, picked).await.error_code().map(str::to_owned);
                    assert!(code.as_deref().is_none_or(|code| code == "ALREADY_EXISTS"), "{code:?}");
                }
                3 => {
                    let waiting = in_suspense(&treasury.auditor, &treasury.fund).await;
                    if let Some(item) = waiting.first() {
                        let target = if turn % 2 == 0 { "POOL" } else { "RETURN" };
                        clears(&treasury.second, &id(&item["entry"]), target).await.ok();
                    }
                }
                4 => {
                    let standing = lines(&treasury.auditor, json!({ "states": ["MATCHED", "IN_SUSPENSE"] })).await;
                    if let Some(line) = standing.first() {
                        unmatches(&treasury.manager, &id(&line["match"]), "to look again").await.ok();
                    }
                }
                _ => {
                    matches_by_reference(&treasury.second, &treasury.fund).await.ok();
                }
            }
            is_explained(&treasury, &format!("turn {turn}")).await;
        }
        assert!(opening > 0 && !lines(&treasury.auditor, json!({})).await.is_empty(), "something happened");
    }

    async fn what_was_matched_with_a_mistake_stays_and_its_reversal_cancels_it(world: World) {
        let treasury = Treasury::of(&world).await;
        treasury.contributes("90.00", "IN-1").await;
        let wrong = super::asking::entry(&treasury.auditor, &treasury.fund, "bankReference", "IN-1").await;
        treasury.agreed("proposeReversal", json!({ "ledgerEntryId": wrong, "reason": "it was 100.00" })).await;
        treasury.contributes("100.00", "IN-1/2").await;
        imports(&treasury.manager, &statement(&treasury.fund, &table(0, &[(8, 10_000, "IN-1", "")]))).await.ok();
        let right = super::asking::entry(&treasury.auditor, &treasury.fund, "bankReference", "IN-1/2").await;
        let of = line_id(&treasury.manager, "IN-1").await;
        matches(&treasury.manager, &[of.as_str()], &[right.as_str()]).await.ok();
        matches_by_reference(&treasury.manager, &treasury.fund).await.ok();
        let found = reckoned(&treasury.auditor, &treasury.fund, 31).await;
        assert_eq!((found["difference"]["amount"].as_str(), found["outstandingCount"].as_i64()), (Some("0.00"), Some(0)), "{found}");
        let close = closing(&treasury).await;
        decides(&treasury.first, "approveFundOrder", &close, 1).await.ok();
        treasury.is_right().await;
    }
}
